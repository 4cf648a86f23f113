package cn.wufei.exchange.listing;

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
import java.time.Instant;
import java.util.List;

/// Takes back what a lot offers and nobody has agreed on. A lot leaves the market once, so this is
/// told once.
@Singleton
class ReleaseLot {

  private final Balances balances;
  private final Journal journal;

  ReleaseLot(Balances balances, Journal journal) {
    this.balances = balances;
    this.journal = journal;
  }

  /// Says how many kilograms were taken back. Must run in a posting write.
  Outcome<Long> release(LotRow row, Instant now) {
    Id owner = row.organisationId();
    AccountKey available = AccountKey.commitment(AccountKind.AVAILABLE, owner, row.id());
    long availableKg = balances.of(available);
    if (availableKg == 0) {
      return Outcome.done(0L);
    }
    return journal
        .post(
            TransferDraft.once(
                TransferKind.LOT_RELEASED,
                owner,
                row.id(),
                now,
                List.of(
                    new Move(
                        available,
                        AccountKey.commitment(AccountKind.RELEASED, owner, row.id()),
                        availableKg))))
        .map(_ -> availableKg);
  }
}
