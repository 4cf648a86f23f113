package cn.wufei.exchange.demand;

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

/// Tells organisations a week before of demands that end uncovered, once for each last day. Every
/// instance looks; the notice of one is that of all.
@Singleton
class WarnOfDemands {

  static final int WARNING_DAYS = 7;

  private static final String KIND = "demand-expiring";
  private static final int DEMANDS_MAX = 200;

  private final DemandWarningStore store;
  private final DemandStore rows;
  private final DemandViews views;
  private final Notices notices;
  private final Clock clock;

  WarnOfDemands(
      DemandWarningStore store, DemandStore rows, DemandViews views, Notices notices, Clock clock) {
    this.store = store;
    this.rows = rows;
    this.views = views;
    this.notices = notices;
    this.clock = clock;
  }

  /// A demand that was posted today is not warned of: who posted it has just said when it ends.
  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  @Transactional
  void run() {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    List<Demand> ending =
        views.ofAll(
            rows.findAll(
                store.unwarned(
                    today,
                    today.plusDays(WARNING_DAYS),
                    LocalCalendar.startOf(today),
                    DEMANDS_MAX)));
    if (ending.isEmpty()) {
      return;
    }
    store.warned(ending);
    notices.send(ending.stream().map(demand -> notice(KIND, demand)).toList());
  }

  static NewNotice notice(String kind, Demand demand) {
    return new NewNotice(
        demand.organisation().id(),
        kind,
        "demand:" + demand.id() + ":" + demand.neededTo(),
        Map.of("demand", demand.id()),
        Map.of(
            "title",
            demand.title(),
            "neededTo",
            demand.neededTo().toString(),
            "openKg",
            demand.openKg()));
  }
}
