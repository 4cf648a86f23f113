package cn.wufei.exchange.deal;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Joins agreements with their parties, what the ledger holds for them and what moved.
@Singleton
class AgreementViews {

  private final Organisations organisations;
  private final Balances balances;
  private final AgreementLoads loads;
  private final Clock clock;

  AgreementViews(
      Organisations organisations, Balances balances, AgreementLoads loads, Clock clock) {
    this.organisations = organisations;
    this.balances = balances;
    this.loads = loads;
    this.clock = clock;
  }

  Agreement of(AgreementRow row) {
    return ofAll(List.of(row)).getFirst();
  }

  List<Agreement> ofAll(List<AgreementRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Id> ids = rows.stream().map(AgreementRow::id).toList();
    PartyNames names =
        PartyNames.of(organisations, rows.stream().map(AgreementRow::parties).toList());
    Map<Id, Long> reserved = balances.bySubject(AccountKind.RESERVED, ids);
    Map<Id, Long> fulfilled = balances.bySubject(AccountKind.FULFILLED, ids);
    Map<Id, AgreementLoads.LoadTotals> totals = loads.ofAgreements(ids);
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    return rows.stream()
        .map(row ->
            view(
                row,
                today,
                names,
                reserved.getOrDefault(row.id(), 0L),
                fulfilled.getOrDefault(row.id(), 0L),
                totals.getOrDefault(row.id(), AgreementLoads.LoadTotals.NONE)))
        .toList();
  }

  private static Agreement view(
      AgreementRow row,
      LocalDate today,
      PartyNames names,
      long reservedKg,
      long fulfilledKg,
      AgreementLoads.LoadTotals totals) {
    Parties parties = row.parties();
    Terms terms = row.terms();
    AgreedPrice price = AgreementRow.priceOn(row.prices(), today, row.firstPrice());
    return new Agreement(
        row.id(),
        row.number(),
        row.version(),
        row.status(),
        row.offerId(),
        parties.lotId(),
        parties.lotTitle(),
        parties.streamId(),
        parties.materialKey(),
        parties.demandId(),
        names.organisation(parties.sellerId()),
        names.organisation(parties.buyerId()),
        names.site(parties.sellerSiteId()),
        names.site(parties.buyerSiteId()),
        terms.quantityKg(),
        terms.tolerancePct(),
        reservedKg,
        fulfilledKg,
        totals.movedKg(),
        price.priceYuanPerT(),
        price.adjustments(),
        terms.formula(),
        terms.freightInvoice(),
        parties.freightYuanPerT(),
        parties.mode(),
        parties.distanceKm(),
        parties.distanceSource(),
        terms.governingScale(),
        terms.governingAssay(),
        terms.deliverFrom(),
        terms.deliverTo(),
        terms.framework(),
        terms.pollutionTerms(),
        row.acceptedAt(),
        row.endedAt(),
        row.endReason(),
        totals.loads(),
        row.prices().isEmpty()
            ? List.of()
            : Stream.concat(row.prices().stream(), Stream.of(row.firstPrice())).toList());
  }
}
