package cn.wufei.exchange.sample;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.attachment.ReceivedFile;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// A party attaches a file: the laboratory's report, a record or a photograph of the sampling.
@Singleton
class AttachToSample {

  private final SampleStore store;
  private final Attachments attachments;
  private final SampleNotices notices;
  private final AuditLog audit;

  AttachToSample(
      SampleStore store, Attachments attachments, SampleNotices notices, AuditLog audit) {
    this.store = store;
    this.attachments = attachments;
    this.notices = notices;
    this.audit = audit;
  }

  /// Checked in this order: the caller is a party, the sample was sent, none of its files has the
  /// same content, it has not as many as it can have.
  Outcome<Attachment> handle(Caller caller, Id id, ReceivedFile file) {
    SampleRow row = store.lockSample(id);
    Side side = row == null ? null : row.sideOf(caller);
    if (row == null || side == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return sent(row)
        .then(_ -> attachments.add(caller, row.subject(), file))
        .map(attached -> {
          audit.record(
              caller,
              "sample-file-attached",
              SampleRow.SUBJECT,
              id,
              Map.of("file", attached.name(), "sha256", attached.sha256()));
          notices.attached(row, side, attached.id(), attached.name());
          return attached;
        });
  }

  private static Outcome<SampleRow> sent(SampleRow row) {
    return switch (row.status()) {
      case SENT, RECEIVED, CONCLUDED -> Outcome.done(row);
      case REQUESTED, ACCEPTED ->
          Outcome.<SampleRow>refused(SampleRefusal.SAMPLE_NOT_SO_FAR)
              .with("status", row.status().code());
      case DECLINED, WITHDRAWN -> Outcome.refused(SampleRefusal.SAMPLE_OVER);
      case LAPSED -> Outcome.refused(SampleRefusal.SAMPLE_LAPSED);
    };
  }
}
