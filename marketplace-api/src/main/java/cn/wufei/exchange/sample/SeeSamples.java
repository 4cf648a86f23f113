package cn.wufei.exchange.sample;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who may read which request: its parties, and the authorities.
@Singleton
@Connectable
class SeeSamples {

  private final SampleStore store;
  private final SampleStepStore steps;
  private final SampleViews views;
  private final Attachments attachments;
  private final Organisations organisations;

  SeeSamples(
      SampleStore store,
      SampleStepStore steps,
      SampleViews views,
      Attachments attachments,
      Organisations organisations) {
    this.store = store;
    this.steps = steps;
    this.views = views;
    this.attachments = attachments;
    this.organisations = organisations;
  }

  Outcome<Sample> one(Caller caller, Id id) {
    return found(caller, id).map(row -> views.of(caller, row));
  }

  Page<Sample> page(Caller caller, SampleStore.Filter filter, @Nullable Id before, int limit) {
    Page<SampleRow> page =
        Page.ofSurplus(
            store.page(caller, filter, views.today(), before, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(views.ofAll(caller, page.items(), views.today()), page.next());
  }

  Outcome<SampleCourse> course(Caller caller, Id id) {
    return found(caller, id).map(row -> new SampleCourse(eventsOf(row), filesOf(row)));
  }

  Outcome<StreamedFile> file(Caller caller, Id id, Id fileId) {
    return found(caller, id).then(row -> Outcome.found(attachments.open(row.subject(), fileId)));
  }

  private Outcome<SampleRow> found(Caller caller, Id id) {
    SampleRow row = store.find(id);
    return Outcome.found(row != null && row.maySee(caller) ? row : null);
  }

  private List<SampleCourse.Event> eventsOf(SampleRow row) {
    List<SampleStep> taken = steps.of(List.of(row.id()));
    Map<Id, String> names =
        organisations.actorNames(
            taken.stream()
                .map(SampleStep::memberId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()),
            List.of(row.asked().sellerId(), row.asked().buyerId()));
    return taken.stream()
        .map(step ->
            new SampleCourse.Event(
                step.act(),
                step.side(),
                step.memberId() == null ? null : names.get(step.memberId()),
                step.day(),
                step.words(),
                step.at()))
        .toList();
  }

  private List<SampleCourse.File> filesOf(SampleRow row) {
    List<Attachment> files =
        attachments.of(SampleRow.SUBJECT, List.of(row.id())).getOrDefault(row.id(), List.of());
    return files.stream().map(file -> new SampleCourse.File(sideOf(row, file), file)).toList();
  }

  static Side sideOf(SampleRow row, Attachment file) {
    return file.organisationId().equals(row.asked().sellerId()) ? Side.SELLER : Side.BUYER;
  }
}
