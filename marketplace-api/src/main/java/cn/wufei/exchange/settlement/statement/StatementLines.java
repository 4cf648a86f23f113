package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
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

  StatementLines(Agreements agreements, AssayStore assays, Loads loads) {
    this.agreements = agreements;
    this.assays = assays;
    this.loads = loads;
  }

  List<StatementLine> of(Id statement, Collection<Load> received, @Nullable FreightTerms freight) {
    Set<Id> agreementIds = received.stream().map(Load::agreementId).collect(Collectors.toSet());
    Map<Id, Agreement> byAgreement = agreements.findAll(agreementIds);
    Map<Id, AssayBatch> byLoad = assays.validOf(received.stream().map(Load::id).toList());
    List<StatementLine> lines = new ArrayList<>();
    for (Load load : received) {
      Agreement agreement = Objects.requireNonNull(byAgreement.get(load.agreementId()));
      lines.add(line(statement, lines.size() + 1, load, agreement, byLoad.get(load.id()), freight));
    }
    return lines;
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
        of(stated.getFirst().statementId(), received, freight).stream()
            .collect(Collectors.toMap(StatementLine::loadId, line -> line));
    return stated.stream()
        .allMatch(line -> {
          StatementLine current = fresh.get(line.loadId());
          return current != null && line.saysTheSame(current);
        });
  }

  private static StatementLine line(
      Id statement,
      int place,
      Load load,
      Agreement agreement,
      @Nullable AssayBatch assay,
      @Nullable FreightTerms freight) {
    Arrival arrival = Objects.requireNonNull(load.destination());
    long acceptedKg = Objects.requireNonNull(load.acceptedKg());
    long statedDeductionKg = Objects.requireNonNull(load.deductionKg());
    long baseKg = Objects.requireNonNull(load.settledKg()) + statedDeductionKg;
    BigDecimal priceYuanPerT = assay == null ? agreement.priceYuanPerT() : assay.priceYuanPerT();
    long deductionKg =
        assay == null || assay.terms().measuresNothing()
            ? statedDeductionKg
            : assay.terms().deductionKg(baseKg);
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
        deductionKg,
        baseKg - deductionKg,
        assay == null ? null : assay.id(),
        priceYuanPerT,
        Pricing.amountFen(baseKg - deductionKg, priceYuanPerT),
        freight == null ? 0 : freight.amountFen(acceptedKg),
        null);
  }
}
