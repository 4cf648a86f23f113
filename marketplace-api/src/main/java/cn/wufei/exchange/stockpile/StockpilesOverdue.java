package cn.wufei.exchange.stockpile;

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
import java.util.Objects;

/// Stockpiles whose last day is over and of which nobody has said that nothing is left.
@Singleton
class StockpilesOverdue extends WholeWork {

  private final StockpileViews views;
  private final Clock clock;

  StockpilesOverdue(StockpileViews views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.STOCKPILE;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.AUDIT_INDUSTRY) || caller.may(Role.AUDIT_ECOLOGY);
  }

  @Override
  protected List<WorkItem> all(Caller caller) {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    return views.all().stream()
        .filter(pile -> pile.clearBy().isBefore(today))
        .filter(pile -> !Objects.equals(pile.reportedKg(), 0L))
        .map(StockpilesOverdue::item)
        .toList();
  }

  private static WorkItem item(StockpileViews.View pile) {
    return WorkItem.of(WorkKind.STOCKPILE, pile.id(), pile.name())
        .labelEn(pile.nameEn())
        .material(pile.materialKey())
        .mass(pile.reportedKg() == null ? pile.statedKg() : pile.reportedKg())
        .due(pile.clearBy())
        .build();
  }
}
