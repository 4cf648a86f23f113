package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Tells organisations a week before of lots that end with something left, once for each last day.
/// Every instance looks; the notice of one is that of all.
@Singleton
class WarnOfLots {

  static final int WARNING_DAYS = 7;

  private static final String KIND = "lot-expiring";
  private static final int LOTS_MAX = 200;

  private final LotWarningStore store;
  private final LotStore rows;
  private final LotViews views;
  private final Notices notices;
  private final Clock clock;

  WarnOfLots(LotWarningStore store, LotStore rows, LotViews views, Notices notices, Clock clock) {
    this.store = store;
    this.rows = rows;
    this.views = views;
    this.notices = notices;
    this.clock = clock;
  }

  /// A lot that was published today is not warned of: who published it has just said when it ends.
  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  @Transactional
  void run() {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    List<Lot> ending =
        views.ofAll(
            rows.findAll(
                store.unwarned(
                    today, today.plusDays(WARNING_DAYS), LocalCalendar.startOf(today), LOTS_MAX)));
    if (ending.isEmpty()) {
      return;
    }
    store.warned(ending);
    notices.send(
        ending.stream().filter(lot -> lot.availableKg() > 0).map(WarnOfLots::notice).toList());
  }

  private static NewNotice notice(Lot lot) {
    return new NewNotice(
        lot.organisation().id(),
        KIND,
        "lot:" + lot.id() + ":" + lot.availableTo(),
        Map.of("lot", lot.id()),
        Map.of(
            "title",
            lot.title(),
            "availableTo",
            lot.availableTo().toString(),
            "availableKg",
            lot.availableKg()));
  }
}
