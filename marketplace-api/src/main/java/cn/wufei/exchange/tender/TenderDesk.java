package cn.wufei.exchange.tender;

import cn.wufei.exchange.approval.Approvals;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/// What every act about a tender begins with: it is held, and what the clock has done about it by
/// now is written down and told.
@Singleton
class TenderDesk {

  private final TenderStore tenders;
  private final BidStore bids;
  private final TenderCourses courses;
  private final VisibleTenders visible;
  private final TenderNotices notices;
  private final Approvals approvals;
  private final AuditLog audit;

  TenderDesk(
      TenderStore tenders,
      BidStore bids,
      TenderCourses courses,
      VisibleTenders visible,
      TenderNotices notices,
      Approvals approvals,
      AuditLog audit) {
    this.tenders = tenders;
    this.bids = bids;
    this.courses = courses;
    this.visible = visible;
    this.notices = notices;
    this.approvals = approvals;
    this.audit = audit;
  }

  Instant now() {
    return courses.now();
  }

  /// The tender as of now, held until the transaction ends. Now is when it is held: who has waited
  /// for it comes after who held it before.
  Outcome<TenderCourse> hold(Id id) {
    TenderRow row = tenders.lockTender(id);
    return row == null
        ? Outcome.refused(CommonRefusal.NOT_FOUND)
        : Outcome.done(settle(courses.stored(row), now()));
  }

  /// The same for who acts; what is kept from the caller is not there ([VisibleTenders]).
  Outcome<TenderCourse> hold(Caller caller, Id id) {
    return hold(id).then(course -> visible.shown(caller, course));
  }

  /// The same for its seller, who has to have read its present version.
  Outcome<TenderCourse> holdOwn(Caller caller, Id id, long version, TenderAct act) {
    return hold(caller, id)
        .then(course -> {
          TenderRow tender = course.tender();
          if (!tender.isOf(caller)) {
            return Outcome.refused(TenderRefusal.NOT_THE_SELLER);
          }
          return tender
              .rules()
              .after(tender.status(), act, TenderProcess.Actor.SELLER)
              .then(_ ->
                  tender.version() == version
                      ? Outcome.done(course)
                      : Outcome.refused(CommonRefusal.VERSION_STALE));
        });
  }

  /// Writes down what the clock has done about a tender that is held.
  TenderCourse settle(TenderCourse course, Instant now) {
    TenderCourse reached = course;
    for (TenderCourse.Step step = reached.due(now); step != null; step = reached.due(now)) {
      TenderCourse next = reached.after(step);
      write(reached, next);
      audit.recordAnonymous(
          "tender-" + step.act().code(),
          TenderRow.SUBJECT,
          next.tender().id(),
          Map.of("at", step.at().toString(), "status", next.tender().status().code()));
      notices.clock(step.act(), next);
      reached = next;
    }
    return reached.asOf(now);
  }

  private void write(TenderCourse before, TenderCourse after) {
    tenders.update(after.tender());
    approvals.overtake(after.tender().id());
    after.bids().stream().filter(bid -> !before.bids().contains(bid)).forEach(bids::update);
  }
}
