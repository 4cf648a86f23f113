package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.settlement.Bounds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// A party records the deposit that it lodged with the other party of an agreement.
@Singleton
class RecordDeposit {

  private final DepositStore store;
  private final SeeDeposits see;
  private final Agreements agreements;
  private final AuditLog audit;
  private final Clock clock;

  RecordDeposit(
      DepositStore store, SeeDeposits see, Agreements agreements, AuditLog audit, Clock clock) {
    this.store = store;
    this.see = see;
    this.agreements = agreements;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party of the agreement, the day, the bank reference is
  /// free or names the same deposit.
  Outcome<Deposit> handle(Caller caller, DepositDraft draft) {
    Agreement agreement = agreements.find(draft.agreementId());
    Id own = caller.organisationId();
    Side side = agreement == null ? null : agreement.sideOf(own);
    if (agreement == null || side == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "agreementId");
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    DepositRefusal wrongDay =
        Bounds.wrongDay(
            draft.lodgedOn(),
            now,
            DepositRefusal.LODGED_IN_FUTURE,
            DepositRefusal.LODGED_TOO_EARLY);
    if (wrongDay != null) {
      return Outcome.refused(wrongDay, "lodgedOn");
    }
    Id holder = side == Side.SELLER ? agreement.buyer().id() : agreement.seller().id();
    DepositRow earlier = store.findByReference(own, holder, draft.reference());
    if (earlier != null) {
      return earlier.says(draft)
          ? Outcome.done(see.view(earlier))
          : Outcome.refused(DepositRefusal.DEPOSIT_REFERENCE_USED, "bankReference");
    }
    var deposit =
        new DepositRow(
            Id.next(),
            1,
            DepositStatus.RECORDED,
            agreement.id(),
            agreement.number(),
            own,
            holder,
            draft.amountFen(),
            0,
            draft.lodgedOn(),
            draft.reference(),
            now,
            null,
            null);
    store.insert(deposit);
    audit.record(
        caller,
        "deposit-recorded",
        "deposit",
        deposit.id(),
        Map.of("agreement", agreement.number(), "amountFen", deposit.amountFen()));
    return Outcome.done(see.view(deposit));
  }
}
