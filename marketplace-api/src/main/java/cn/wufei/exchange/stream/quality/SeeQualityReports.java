package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Shows reports to the organisation itself and to the authorities.
@Singleton
@Connectable
class SeeQualityReports {

  private final Streams streams;
  private final QualityReportStore store;
  private final QualityReportViews views;
  private final Attachments attachments;
  private final Clock clock;

  SeeQualityReports(
      Streams streams,
      QualityReportStore store,
      QualityReportViews views,
      Attachments attachments,
      Clock clock) {
    this.streams = streams;
    this.store = store;
    this.views = views;
    this.attachments = attachments;
    this.clock = clock;
  }

  Outcome<Page<QualityReport>> ofStream(
      Caller caller, Id streamId, @Nullable Id before, int limit) {
    StreamRef stream = streams.find(streamId);
    if (stream == null || !caller.maySee(stream.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return Outcome.done(
        Page.ofSurplus(
            views.ofAll(store.page(streamId, before, limit + 1, today())),
            limit,
            report -> report.id().toString()));
  }

  Outcome<QualityReport> one(Caller caller, Id id) {
    Id owner = store.ownerOf(id);
    QualityReport report = owner != null && caller.maySee(owner) ? store.find(id, today()) : null;
    return report == null
        ? Outcome.refused(CommonRefusal.NOT_FOUND)
        : Outcome.done(views.of(report));
  }

  Outcome<StreamedFile> file(Caller caller, Id id, Id fileId) {
    return one(caller, id)
        .then(report -> Outcome.found(attachments.open(report.subject(), fileId)));
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }
}
