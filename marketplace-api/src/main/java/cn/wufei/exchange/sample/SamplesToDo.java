package cn.wufei.exchange.sample;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Samples that the seller answers or sends, and such that the buyer confirms to have. Saying what
/// came of one is the buyer's choice and no work.
@Singleton
@Connectable
class SamplesToDo implements WorkSource {

  private final SampleStore store;
  private final SampleViews views;

  SamplesToDo(SampleStore store, SampleViews views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.SAMPLE;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.countToDo(caller.organisationId(), views.today()));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    LocalDate today = views.today();
    Page<SampleRow> page =
        Page.ofSurplus(
            store.pageToDo(caller.organisationId(), today, after, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(
        views.ofAll(caller, page.items(), today).stream().map(SamplesToDo::item).toList(),
        page.next());
  }

  private static WorkItem item(Sample sample) {
    boolean sends = sample.status() != SampleStatus.SENT;
    LocalDate sendBy = sample.sendBy();
    LocalDate due = Objects.requireNonNull(sample.dueOn());
    return WorkItem.of(WorkKind.SAMPLE, sample.id(), sample.lotTitle())
        .aspect(aspectOf(sample.status()))
        .partner(sends ? sample.buyer() : sample.seller())
        .material(sample.materialKey())
        .since(sample.askedAt())
        .due(sample.status() == SampleStatus.ACCEPTED && sendBy != null ? sendBy : due)
        .build();
  }

  private static String aspectOf(SampleStatus status) {
    return switch (status) {
      case REQUESTED -> "answer-sample";
      case ACCEPTED -> "send-sample";
      default -> "receive-sample";
    };
  }
}
