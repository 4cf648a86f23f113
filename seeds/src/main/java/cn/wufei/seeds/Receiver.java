package cn.wufei.seeds;

import cn.wufei.seeds.Event.Receipt;
import cn.wufei.seeds.Event.UseReport;
import cn.wufei.seeds.Market.Deal;
import cn.wufei.seeds.Market.Heap;
import cn.wufei.seeds.Market.Residual;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// What a receiver reports about one heap: month by month what it used of what lay there.
final class Receiver {

  private static final int VARIATION_PCT = 3;
  private static final long TONNE = 1_000;
  private static final long STEP_KG = 10;

  private final Market market;
  private final Heap heap;
  private final DemoCalendar calendar;
  private final Chance chance;

  Receiver(Market market, Heap heap, DemoCalendar calendar, Chance chance) {
    this.market = market;
    this.heap = heap;
    this.calendar = calendar;
    this.chance = chance;
  }

  List<Event> reports(List<Event> hauled) {
    List<Event> reports = new ArrayList<>();
    long closingKg = 0;
    for (int month = -DemoCalendar.MONTHS; month <= -heap.reportedThrough(); month++) {
      long thereKg = closingKg + receivedKg(hauled, calendar.month(month));
      String name = heap.site() + "-" + heap.materialKey() + "-m" + -month;
      long usedKg =
          Math.min(
              thereKg,
              chance.varied(thereKg * heap.consumedPct() / 100, VARIATION_PCT, "used/" + name));
      usedKg = usedKg / STEP_KG * STEP_KG;
      if (usedKg == 0) {
        continue;
      }
      closingKg = thereKg - usedKg;
      reports.add(report(name, month, usedKg, closingKg));
    }
    return reports;
  }

  private UseReport report(String name, int month, long usedKg, long closingKg) {
    Residual residual = heap.residual();
    boolean differs = residual != null && residual.monthsBack() == -month;
    Instant at = DemoCalendar.at(calendar.firstDayOf(month + 1), LocalTime.MIDNIGHT);
    return new UseReport(
        name,
        at,
        heap.site(),
        heap.materialKey(),
        calendar.month(month),
        usedKg,
        differs && residual != null
            ? Math.max(0, closingKg + residual.deltaT() * TONNE)
            : closingKg,
        heap.use(),
        differs && residual != null ? residual.note() : null);
  }

  private long receivedKg(List<Event> hauled, YearMonth month) {
    long kg = 0;
    for (Event event : hauled) {
      if (event instanceof Receipt receipt
          && YearMonth.from(DemoCalendar.dayOf(receipt.at())).equals(month)
          && isForThisHeap(receipt)) {
        kg += receipt.acceptedKg();
      }
    }
    return kg;
  }

  private boolean isForThisHeap(Receipt receipt) {
    Deal deal =
        market.deals().stream()
            .filter(candidate -> candidate.key().equals(receipt.load().deal()))
            .findFirst()
            .orElseThrow();
    return market.demand(deal.demand()).site().equals(heap.site())
        && market.streamOf(deal).materialKey().equals(heap.materialKey());
  }
}
