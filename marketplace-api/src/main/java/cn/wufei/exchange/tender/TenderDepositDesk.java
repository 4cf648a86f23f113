package cn.wufei.exchange.tender;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// What each change of a deposit by the seller begins and ends with.
@Singleton
class TenderDepositDesk {

  private final TenderDesk desk;
  private final TenderDepositStore store;
  private final TenderViews views;
  private final TenderNotices notices;
  private final AuditLog audit;

  TenderDepositDesk(
      TenderDesk desk,
      TenderDepositStore store,
      TenderViews views,
      TenderNotices notices,
      AuditLog audit) {
    this.desk = desk;
    this.store = store;
    this.views = views;
    this.notices = notices;
    this.audit = audit;
  }

  /// A deposit and the tender for which it was paid.
  record Held(TenderCourse course, TenderDepositRow deposit) {}

  /// Checked in this order: the tender has the deposit and the caller is a party of it, the caller
  /// is the seller, it stands so, the version is the present one.
  ///
  /// @param otherwise why not, when it stands otherwise
  Outcome<Held> hold(
      Caller caller,
      Id tender,
      Id id,
      long version,
      TenderDepositStatus status,
      TenderDepositRefusal otherwise) {
    return desk.hold(caller, tender)
        .then(course ->
            course.deposits().stream()
                .filter(each -> each.id().equals(id) && each.isParty(caller))
                .findFirst()
                .<Outcome<Held>>map(deposit -> Outcome.done(new Held(course, deposit)))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND)))
        .then(held -> {
          TenderDepositRow deposit = held.deposit();
          if (!deposit.holderId().equals(caller.organisationId())) {
            return Outcome.refused(TenderDepositRefusal.NOT_THE_HOLDER);
          }
          if (deposit.status() != status) {
            return Outcome.refused(otherwise);
          }
          return deposit.version() == version
              ? Outcome.done(held)
              : Outcome.refused(CommonRefusal.VERSION_STALE);
        });
  }

  TenderDeposit end(Caller caller, Held held, TenderDepositRow changed, Map<String, ?> facts) {
    store.update(changed);
    audit.record(
        caller,
        "tender-deposit-" + changed.status().code(),
        TenderDepositRow.SUBJECT,
        changed.id(),
        facts);
    notices.depositAnswered(held.course().tender(), changed);
    return views.deposit(changed);
  }
}
