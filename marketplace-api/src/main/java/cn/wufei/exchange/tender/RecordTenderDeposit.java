package cn.wufei.exchange.tender;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/// A bidder records the deposit that it transferred to the seller. Whether it bids is not said by
/// that.
@Singleton
class RecordTenderDeposit {

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private final Organisations organisations;
  private final TenderDesk desk;
  private final TenderDepositStore store;
  private final TenderViews views;
  private final TenderNotices notices;
  private final AuditLog audit;

  RecordTenderDeposit(
      Organisations organisations,
      TenderDesk desk,
      TenderDepositStore store,
      TenderViews views,
      TenderNotices notices,
      AuditLog audit) {
    this.organisations = organisations;
    this.desk = desk;
    this.store = store;
    this.views = views;
    this.notices = notices;
    this.audit = audit;
  }

  /// Checked in this order: the organisation may trade, the tender is there, it asks for a deposit,
  /// it is another's, the organisation buys, bids are open, it has recorded none, the day.
  Outcome<TenderDeposit> handle(Caller caller, Id id, TenderDepositDraft draft) {
    return organisations
        .requireTrading(caller)
        .then(own ->
            desk.hold(caller, id)
                .then(course -> asked(own, course))
                .then(course ->
                    day(draft.paidOn(), LocalCalendar.dayOf(course.asOf())).map(_ -> course)))
        .map(course -> {
          TenderRow tender = course.tender();
          TenderDepositRow deposit =
              TenderDepositRow.recorded(
                  tender,
                  caller.organisationId(),
                  Objects.requireNonNull(tender.terms().depositFen()),
                  draft,
                  course.asOf());
          store.insert(deposit);
          audit.record(
              caller,
              "tender-deposit-recorded",
              TenderDepositRow.SUBJECT,
              deposit.id(),
              Map.of("tenderId", id.toString(), "amountFen", deposit.amountFen()));
          notices.depositRecorded(tender, deposit);
          return views.deposit(deposit);
        });
  }

  private static Outcome<TenderCourse> asked(OrganisationRef own, TenderCourse course) {
    TenderRow tender = course.tender();
    if (tender.terms().depositFen() == null) {
      return Outcome.refused(TenderDepositRefusal.NO_DEPOSIT_ASKED);
    }
    if (own.id().equals(tender.sellerId())) {
      return Outcome.refused(TenderDepositRefusal.DEPOSIT_OF_SELLER);
    }
    if (!own.kind().endsWith("receiver")) {
      return Outcome.refused(TenderDepositRefusal.NOT_A_BUYER);
    }
    if (tender.status() != TenderStatus.OPEN) {
      return Outcome.refused(TenderDepositRefusal.DEPOSITS_CLOSED);
    }
    return course.depositOf(own.id()) == null
        ? Outcome.done(course)
        : Outcome.refused(TenderDepositRefusal.DEPOSIT_EXISTS);
  }

  private static Outcome<LocalDate> day(LocalDate paidOn, LocalDate today) {
    if (paidOn.isAfter(today)) {
      return Outcome.refused(TenderDepositRefusal.PAID_IN_FUTURE, "paidOn");
    }
    return paidOn.isBefore(FIRST_DAY)
        ? Outcome.refused(TenderDepositRefusal.PAID_TOO_EARLY, "paidOn")
        : Outcome.done(paidOn);
  }
}
