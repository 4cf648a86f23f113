package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WholeWork;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Lots that end within a week with something left.
@Singleton
class LotsEnding extends WholeWork {

  private final LotStore store;
  private final LotViews views;
  private final Clock clock;

  LotsEnding(LotStore store, LotViews views, Clock clock) {
    this.store = store;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.LOT_ENDING;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  protected List<WorkItem> all(Caller caller) {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    LocalDate last = today.plusDays(WarnOfLots.WARNING_DAYS);
    return views.ofAll(store.endingOf(caller.organisationId(), today, last)).stream()
        .filter(lot -> lot.availableKg() > 0)
        .map(lot ->
            WorkItem.of(WorkKind.LOT_ENDING, lot.id(), lot.title())
                .material(lot.materialKey())
                .mass(lot.availableKg())
                .due(lot.availableTo())
                .build())
        .toList();
  }
}
