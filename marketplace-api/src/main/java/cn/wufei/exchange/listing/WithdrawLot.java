package cn.wufei.exchange.listing;

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

/// The owner takes a lot from the market. What is not agreed on yet is released; agreements that
/// were made go on.
@Singleton
class WithdrawLot {

  private final LotStore store;
  private final Lots lots;
  private final Balances balances;
  private final Journal journal;
  private final AuditLog audit;
  private final Clock clock;

  WithdrawLot(
      LotStore store, Lots lots, Balances balances, Journal journal, AuditLog audit, Clock clock) {
    this.store = store;
    this.lots = lots;
    this.balances = balances;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the lot is the caller's own, it is published, the version is the
  /// present one. An organisation that was suspended may still withdraw.
  Outcome<Lot> handle(Caller caller, Id id, long version) {
    LotRow row = store.lockLot(id);
    if (row == null || !row.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (row.status() != LotStatus.PUBLISHED) {
      return Outcome.refused(LotRefusal.LOT_NOT_PUBLISHED);
    }
    if (row.version() != version) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    long availableKg =
        balances.of(AccountKey.commitment(AccountKind.AVAILABLE, row.organisationId(), id));
    return release(row, availableKg)
        .map(_ -> {
          audit.record(caller, "lot-withdrawn", "lot", id, Map.of("releasedKg", availableKg));
          return lots.refresh(row.withStatus(LotStatus.WITHDRAWN));
        });
  }

  private Outcome<Long> release(LotRow row, long availableKg) {
    if (availableKg == 0) {
      return Outcome.done(0L);
    }
    Id owner = row.organisationId();
    return journal
        .post(
            TransferDraft.once(
                TransferKind.LOT_RELEASED,
                owner,
                row.id(),
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                List.of(
                    new Move(
                        AccountKey.commitment(AccountKind.AVAILABLE, owner, row.id()),
                        AccountKey.commitment(AccountKind.RELEASED, owner, row.id()),
                        availableKg))))
        .map(_ -> availableKg);
  }
}
