package cn.wufei.exchange.demand;

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

/// Demands that end within a week with something left.
@Singleton
class DemandsEnding extends WholeWork {

  private final DemandStore store;
  private final DemandViews views;
  private final Clock clock;

  DemandsEnding(DemandStore store, DemandViews views, Clock clock) {
    this.store = store;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.DEMAND_ENDING;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  protected List<WorkItem> all(Caller caller) {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    LocalDate last = today.plusDays(WarnOfDemands.WARNING_DAYS);
    return views.ofAll(store.endingOf(caller.organisationId(), today, last)).stream()
        .filter(demand -> demand.openKg() > 0)
        .map(demand ->
            WorkItem.of(WorkKind.DEMAND_ENDING, demand.id(), demand.title())
                .mass(demand.openKg())
                .due(demand.neededTo())
                .build())
        .toList();
  }
}
