package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.price.IndexMonth;
import cn.wufei.exchange.settlement.LoadPrices;
import cn.wufei.exchange.settlement.Pricing;
import cn.wufei.exchange.transfer.Arrival;
import cn.wufei.exchange.transfer.Load;
import cn.wufei.exchange.transfer.LoadStatus;
import cn.wufei.exchange.transfer.Loads;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Works out the line of each load: what is settled, and at which price, by its assay, or else by
/// its receipt and its agreement.
@Singleton
class StatementLines {

  private final Agreements agreements;
  private final AssayStore assays;
  private final Loads loads;
  private final LoadPrices prices;

  StatementLines(Agreements agreements, AssayStore assays, Loads loads, LoadPrices prices) {
    this.agreements = agreements;
    this.assays = assays;
    this.loads = loads;
    this.prices = prices;
  }

  /// Refused when the price of one of the loads cannot be told ([PricedLine]): none of them is
  /// valued at nothing.
  Outcome<List<StatementLine>> of(
      Id statement, Collection<Load> received, @Nullable FreightTerms freight) {
    Set<Id> agreementIds = received.stream().map(Load::agreementId).collect(Collectors.toSet());
    Map<Id, Agreement> byAgreement = agreements.findAll(agreementIds);
    Map<Id, AssayBatch> byLoad = assays.validOf(received.stream().map(Load::id).toList());
    Map<IndexMonth, BigDecimal> values = prices.values(received, byAgreement);
    List<StatementLine> lines = new ArrayList<>();
    for (Load load : received) {
      Agreement agreement = Objects.requireNonNull(byAgreement.get(load.agreementId()));
      AssayBatch assay = byLoad.get(load.id());
      int place = lines.size() + 1;
      Outcome<StatementLine> line =
          priced(load, agreement, assay, values)
              .map(priced -> line(statement, place, load, agreement, assay, priced, freight));
      switch (line) {
        case Outcome.Done<StatementLine>(StatementLine made) -> lines.add(made);
        case Outcome.Refused<StatementLine> refused -> {
          return refused.as();
        }
      }
    }
    return Outcome.done(lines);
  }

  /// Whether the lines that are loads still say what receipts and assays say now. A load whose
  /// receipt was voided says nothing.
  boolean areCurrent(List<StatementLine> lines, @Nullable FreightTerms freight) {
    List<StatementLine> stated =
        lines.stream().filter(line -> line.kind() == LineKind.LOAD).toList();
    if (stated.isEmpty()) {
      return true;
    }
    List<Load> received =
        loads.findAll(stated.stream().map(StatementLine::loadId).toList()).values().stream()
            .filter(load -> load.status() == LoadStatus.RECEIVED)
            .toList();
    Map<Id, StatementLine> fresh =
        switch (of(stated.getFirst().statementId(), received, freight)) {
          case Outcome.Done<List<StatementLine>>(List<StatementLine> again) ->
              again.stream().collect(Collectors.toMap(StatementLine::loadId, line -> line));
          case Outcome.Refused<List<StatementLine>> _ -> Map.<Id, StatementLine>of();
        };
    return stated.stream()
        .allMatch(line -> {
          StatementLine current = fresh.get(line.loadId());
          return current != null && line.saysTheSame(current);
        });
  }

  private static Outcome<PricedLine> priced(
      Load load,
      Agreement agreement,
      @Nullable AssayBatch assay,
      Map<IndexMonth, BigDecimal> values) {
    return PricedLine.of(
        load, agreement, assay, baseKg(load), Objects.requireNonNull(load.deductionKg()), values);
  }

  /// Governing net less rejected.
  private static long baseKg(Load load) {
    return Objects.requireNonNull(load.settledKg()) + Objects.requireNonNull(load.deductionKg());
  }

  private static StatementLine line(
      Id statement,
      int place,
      Load load,
      Agreement agreement,
      @Nullable AssayBatch assay,
      PricedLine priced,
      @Nullable FreightTerms freight) {
    Arrival arrival = Objects.requireNonNull(load.destination());
    long acceptedKg = Objects.requireNonNull(load.acceptedKg());
    long settledKg = baseKg(load) - priced.deductionKg();
    return new StatementLine(
        Id.next(),
        statement,
        place,
        LineKind.LOAD,
        load.id(),
        load.number(),
        agreement.id(),
        agreement.number(),
        load.materialKey(),
        LocalCalendar.dayOf(arrival.at()),
        load.origin().ticketNumber(),
        arrival.ticketNumber(),
        acceptedKg,
        priced.deductionKg(),
        settledKg,
        assay == null ? null : assay.id(),
        priced.priceYuanPerT(),
        Pricing.amountFen(settledKg, priced.priceYuanPerT()),
        freight == null ? 0 : freight.amountFen(acceptedKg),
        priced.pricing(),
        StatementLine.loadingFen(priced.pricing(), acceptedKg),
        null);
  }
}
