package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.PricedLoads;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.transfer.Arrival;
import cn.wufei.exchange.transfer.Load;
import cn.wufei.exchange.transfer.Loads;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says up to which day the price of an agreement's loads stands.
@Singleton
class SettledPrices implements PricedLoads {

  private final StatementStore statements;
  private final AssayStore assays;
  private final Loads loads;

  SettledPrices(StatementStore statements, AssayStore assays, Loads loads) {
    this.statements = statements;
    this.assays = assays;
    this.loads = loads;
  }

  @Override
  public @Nullable LocalDate lastReceivedOn(Id agreement) {
    Stream<LocalDate> assayed =
        loads.findAll(assays.unstatedLoadsOf(agreement)).values().stream()
            .map(Load::destination)
            .filter(Objects::nonNull)
            .map(Arrival::at)
            .map(LocalCalendar::dayOf);
    return Stream.concat(Stream.ofNullable(statements.lastStatedOn(agreement)), assayed)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
