package cn.wufei.exchange.listing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// The owner takes a lot from the market. What is not agreed on yet is released; agreements that
/// were made go on.
@Singleton
class WithdrawLot {

  private final OwnLots own;
  private final Lots lots;
  private final ReleaseLot release;
  private final AuditLog audit;
  private final Clock clock;

  WithdrawLot(OwnLots own, Lots lots, ReleaseLot release, AuditLog audit, Clock clock) {
    this.own = own;
    this.lots = lots;
    this.release = release;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the lot is the caller's own, it is published or paused, no tender binds
  /// it, the version is the present one. An organisation that was suspended may still withdraw.
  Outcome<Lot> handle(Caller caller, Id id, long version) {
    return own.heldUnlessOver(caller, id, version)
        .then(row ->
            release
                .release(row, Instant.now(clock).truncatedTo(ChronoUnit.MICROS))
                .map(releasedKg -> {
                  audit.record(
                      caller, "lot-withdrawn", "lot", id, Map.of("releasedKg", releasedKg));
                  return lots.refresh(row.withStatus(LotStatus.WITHDRAWN));
                }));
  }
}
