package cn.wufei.exchange.deal;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Joins offers and agreements with their parties, what the ledger holds for them and what moved.
@Singleton
class DealViews {

  private final Organisations organisations;
  private final Balances balances;
  private final AgreementLoads loads;

  DealViews(Organisations organisations, Balances balances, AgreementLoads loads) {
    this.organisations = organisations;
    this.balances = balances;
    this.loads = loads;
  }

  Offer offer(Caller caller, OfferRow row) {
    return offers(caller, List.of(row)).getFirst();
  }

  List<Offer> offers(Caller caller, List<OfferRow> rows) {
    Names names = names(rows.stream().map(OfferRow::parties).toList());
    return rows.stream().map(row -> view(caller, row, names)).toList();
  }

  Agreement agreement(AgreementRow row) {
    return agreements(List.of(row)).getFirst();
  }

  List<Agreement> agreements(List<AgreementRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Id> ids = rows.stream().map(AgreementRow::id).toList();
    Names names = names(rows.stream().map(AgreementRow::parties).toList());
    Map<Id, Long> reserved = balances.bySubject(AccountKind.RESERVED, ids);
    Map<Id, Long> fulfilled = balances.bySubject(AccountKind.FULFILLED, ids);
    Map<Id, AgreementLoads.LoadTotals> totals = loads.ofAgreements(ids);
    return rows.stream()
        .map(row ->
            view(
                row,
                names,
                reserved.getOrDefault(row.id(), 0L),
                fulfilled.getOrDefault(row.id(), 0L),
                totals.getOrDefault(row.id(), AgreementLoads.LoadTotals.NONE)))
        .toList();
  }

  private static Offer view(Caller caller, OfferRow row, Names names) {
    Parties parties = row.parties();
    OfferTerms terms = row.terms();
    Side side = parties.sideOf(caller);
    return new Offer(
        row.id(),
        row.version(),
        row.status(),
        row.parentId(),
        row.proposer(),
        parties.lotId(),
        parties.lotTitle(),
        parties.materialKey(),
        parties.demandId(),
        names.organisation(parties.sellerId()),
        names.organisation(parties.buyerId()),
        names.site(parties.sellerSiteId()),
        names.site(parties.buyerSiteId()),
        terms.quantityKg(),
        terms.priceYuanPerT(),
        parties.distanceKm(),
        parties.freightYuanPerT(),
        terms.governingScale(),
        terms.governingAssay(),
        terms.tolerancePct(),
        terms.deliverFrom(),
        terms.deliverTo(),
        terms.pollutionTerms(),
        terms.message(),
        row.createdAt(),
        row.status() == OfferStatus.OPEN && side != null && side != row.proposer());
  }

  private static Agreement view(
      AgreementRow row,
      Names names,
      long reservedKg,
      long fulfilledKg,
      AgreementLoads.LoadTotals totals) {
    Parties parties = row.parties();
    OfferTerms terms = row.terms();
    return new Agreement(
        row.id(),
        row.number(),
        row.version(),
        row.status(),
        row.offer().id(),
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
        terms.priceYuanPerT(),
        parties.freightYuanPerT(),
        parties.distanceKm(),
        terms.governingScale(),
        terms.governingAssay(),
        terms.deliverFrom(),
        terms.deliverTo(),
        terms.pollutionTerms(),
        row.acceptedAt(),
        row.endedAt(),
        row.endReason(),
        totals.loads());
  }

  private Names names(List<Parties> deals) {
    return new Names(
        organisations.findAll(
            deals.stream()
                .flatMap(deal -> Stream.of(deal.sellerId(), deal.buyerId()))
                .collect(Collectors.toSet())),
        organisations.findSites(
            deals.stream()
                .flatMap(deal -> Stream.of(deal.sellerSiteId(), deal.buyerSiteId()))
                .collect(Collectors.toSet())));
  }

  private record Names(Map<Id, OrganisationRef> organisations, Map<Id, SiteRef> sites) {

    OrganisationRef organisation(Id id) {
      return Objects.requireNonNull(organisations.get(id));
    }

    SiteRef site(Id id) {
      return Objects.requireNonNull(sites.get(id));
    }
  }
}
