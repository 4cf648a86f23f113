package cn.wufei.exchange.tender;

import cn.wufei.exchange.approval.Approvals;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// The seller takes a tender back before the closing, or gives it up after the opening. An
/// organisation that was suspended may still do so.
@Singleton
class EndTender {

  private final TenderDesk desk;
  private final TenderStore store;
  private final TenderViews views;
  private final TenderNotices notices;
  private final Approvals approvals;
  private final AuditLog audit;

  EndTender(
      TenderDesk desk,
      TenderStore store,
      TenderViews views,
      TenderNotices notices,
      Approvals approvals,
      AuditLog audit) {
    this.desk = desk;
    this.store = store;
    this.views = views;
    this.notices = notices;
    this.approvals = approvals;
    this.audit = audit;
  }

  /// Checked in this order: the tender is there, the caller is its seller, bids are sealed still,
  /// the version is the present one.
  Outcome<Tender> cancel(Caller caller, Id id, long version, String reason) {
    return desk.holdOwn(caller, id, version, TenderAct.CANCEL)
        .map(course -> {
          TenderCourse over = over(caller, course, TenderStatus.CANCELLED, reason);
          notices.cancelled(over, reason);
          return views.of(caller, over);
        });
  }

  /// Checked in this order: the tender is there, the caller is its seller, the opening has ended
  /// and nothing was decided since, the version is the present one.
  Outcome<Tender> end(Caller caller, Id id, long version, String reason) {
    return desk.holdOwn(caller, id, version, TenderAct.END)
        .map(course -> {
          TenderCourse over = over(caller, course, TenderStatus.ENDED, reason);
          notices.ended(over, reason);
          return views.of(caller, over);
        });
  }

  private TenderCourse over(
      Caller caller, TenderCourse course, TenderStatus status, String reason) {
    TenderRow over = course.tender().next(status, course.asOf(), reason);
    store.update(over);
    approvals.overtake(over.id());
    audit.record(
        caller, "tender-" + status.code(), TenderRow.SUBJECT, over.id(), Map.of("reason", reason));
    return course.with(over);
  }
}
