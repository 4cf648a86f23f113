package cn.wufei.exchange.listing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.BlockCommitter;
import cn.wufei.exchange.ledger.LedgerRefusal;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes lots from the market whose last day is over. What nobody has agreed on is released by a
/// posting, as a promise ends by nothing else; agreements that were made go on.
///
/// Every instance sweeps; a lot is looked at again where nobody else posts, so one of them does it
/// and the others find it done. A lot that cannot be taken back is logged and stays for the next
/// sweep, and does not stop the others; a busy ledger does.
@Singleton
class ExpireLots {

  private static final Logger LOG = LoggerFactory.getLogger(ExpireLots.class);
  private static final int LOTS_MAX = 500;

  private final LotStore store;
  private final LotsInTender tenders;
  private final Lots lots;
  private final ReleaseLot release;
  private final BlockCommitter blocks;
  private final AuditLog audit;
  private final Notices notices;
  private final Clock clock;

  ExpireLots(
      LotStore store,
      LotsInTender tenders,
      Lots lots,
      ReleaseLot release,
      BlockCommitter blocks,
      AuditLog audit,
      Notices notices,
      Clock clock) {
    this.store = store;
    this.tenders = tenders;
    this.lots = lots;
    this.release = release;
    this.blocks = blocks;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  void run() {
    for (Id id : store.overBefore(LocalCalendar.dayOf(Instant.now(clock)), LOTS_MAX)) {
      try {
        if (blocks.commit(() -> expire(id)) instanceof Outcome.Refused<Boolean> refused) {
          LOG.warn("Lot {} could not expire: {}", id, refused.refusal().code());
          if (refused.refusal() == LedgerRefusal.LEDGER_BUSY) {
            return;
          }
        }
      } catch (RuntimeException e) {
        LOG.warn("Lot {} could not expire", id, e);
      }
    }
  }

  /// Whether it expired now. A lot that was withdrawn, closed or given a longer window meanwhile
  /// stays as it is, and one that a tender binds until that is over.
  private Outcome<Boolean> expire(Id id) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    LotRow row = store.lockLot(id);
    if (row == null
        || row.status().isOver()
        || !row.terms().availableTo().isBefore(LocalCalendar.dayOf(now))
        || tenders.isInTender(id)) {
      return Outcome.done(false);
    }
    return release
        .release(row, now)
        .map(releasedKg -> {
          audit.recordAnonymous("lot-expired", "lot", id, Map.of("releasedKg", releasedKg));
          lots.refresh(row.withStatus(LotStatus.EXPIRED));
          notices.send(List.of(notice(row, releasedKg)));
          return true;
        });
  }

  private static NewNotice notice(LotRow row, long releasedKg) {
    String lastDay = row.terms().availableTo().toString();
    return new NewNotice(
        row.organisationId(),
        "lot-expired",
        "lot:" + row.id() + ":" + lastDay,
        Map.of("lot", row.id()),
        Map.of("title", row.terms().title(), "availableTo", lastDay, "releasedKg", releasedKg));
  }
}
