package cn.wufei.exchange.deal;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A party cancels an agreement or declares it completed. What was reserved and not loaded goes
/// back to the lot while that is on the market, otherwise it is released.
@Singleton
class EndAgreement {

  private final AgreementStore store;
  private final Agreements agreements;
  private final AgreementLoads loads;
  private final FreedTonnes freed;
  private final AgreementViews views;
  private final AgreementDocuments documents;
  private final AgreementCallOffs callOffs;
  private final Balances balances;
  private final Journal journal;
  private final AuditLog audit;
  private final Clock clock;

  EndAgreement(
      AgreementStore store,
      Agreements agreements,
      AgreementLoads loads,
      FreedTonnes freed,
      AgreementViews views,
      AgreementDocuments documents,
      AgreementCallOffs callOffs,
      Balances balances,
      Journal journal,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.agreements = agreements;
    this.loads = loads;
    this.freed = freed;
    this.views = views;
    this.documents = documents;
    this.callOffs = callOffs;
    this.balances = balances;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<Agreement> cancel(Caller caller, Id id, long version, String reason) {
    return handle(caller, id, version, AgreementStatus.CANCELLED, reason.strip());
  }

  Outcome<Agreement> complete(Caller caller, Id id, long version) {
    return handle(caller, id, version, AgreementStatus.COMPLETED, null);
  }

  /// Checked in this order: the caller is a party, the agreement is active, no load is on its way,
  /// the version is the present one.
  private Outcome<Agreement> handle(
      Caller caller, Id id, long version, AgreementStatus how, @Nullable String reason) {
    AgreementRow row = store.lockAgreement(id);
    if (row == null || row.parties().sideOf(caller) == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (row.status() != AgreementStatus.ACTIVE) {
      return Outcome.refused(AgreementRefusal.AGREEMENT_NOT_ACTIVE);
    }
    long inTransit =
        loads
            .ofAgreements(List.of(id))
            .getOrDefault(id, AgreementLoads.LoadTotals.NONE)
            .inTransit();
    if (inTransit > 0) {
      return Outcome.<Agreement>refused(AgreementRefusal.LOAD_IN_TRANSIT)
          .with("inTransit", inTransit);
    }
    if (row.version() != version) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return release(caller, row, now)
        .map(releasedKg -> end(caller, row.ended(how, now, reason), releasedKg));
  }

  private Outcome<Long> release(Caller caller, AgreementRow row, Instant now) {
    AccountKey reserved =
        AccountKey.commitment(AccountKind.RESERVED, row.parties().sellerId(), row.id());
    long restKg = balances.of(reserved);
    if (restKg == 0) {
      return Outcome.done(0L);
    }
    return journal
        .post(
            TransferDraft.once(
                TransferKind.AGREEMENT_RELEASED,
                caller.organisationId(),
                row.id(),
                now,
                List.of(new Move(reserved, freed.destination(row.parties(), now), restKg))))
        .map(_ -> restKg);
  }

  private Agreement end(Caller caller, AgreementRow ended, long releasedKg) {
    store.update(ended);
    agreements.refreshNeighbours(ended);
    String reason = ended.endReason();
    audit.record(
        caller,
        "agreement-" + ended.status().code(),
        "agreement",
        ended.id(),
        reason == null
            ? Map.of("releasedKg", releasedKg)
            : Map.of("releasedKg", releasedKg, "reason", reason));
    Agreement over = views.of(ended);
    documents.ended(over);
    if (over.framework() != null) {
      callOffs.ended(over);
    }
    return over;
  }
}
