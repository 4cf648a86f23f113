package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.deal.PartyNames;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.LocalCalendar;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Joins offers with their parties, for one who reads them.
@Singleton
class OfferViews {

  private final Organisations organisations;
  private final Clock clock;

  OfferViews(Organisations organisations, Clock clock) {
    this.organisations = organisations;
    this.clock = clock;
  }

  Offer of(Caller caller, OfferRow row) {
    return ofAll(caller, List.of(row)).getFirst();
  }

  /// The day on which offers are looked at.
  LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  List<Offer> ofAll(Caller caller, List<OfferRow> rows) {
    return ofAll(caller, rows, today());
  }

  /// As they are on a day.
  List<Offer> ofAll(Caller caller, List<OfferRow> rows, LocalDate today) {
    PartyNames names = PartyNames.of(organisations, rows.stream().map(OfferRow::parties).toList());
    return rows.stream().map(row -> view(caller, row, names, today)).toList();
  }

  private static Offer view(Caller caller, OfferRow row, PartyNames names, LocalDate today) {
    Parties parties = row.parties();
    Terms terms = row.terms();
    Side side = parties.sideOf(caller);
    OfferStatus status = row.statusOn(today);
    return new Offer(
        row.id(),
        row.version(),
        status,
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
        terms.adjustments(),
        terms.formula(),
        terms.freightInvoice(),
        parties.mode(),
        parties.distanceKm(),
        parties.distanceSource(),
        parties.freightYuanPerT(),
        terms.governingScale(),
        terms.governingAssay(),
        terms.tolerancePct(),
        terms.deliverFrom(),
        terms.deliverTo(),
        terms.framework(),
        row.validTo(),
        terms.pollutionTerms(),
        terms.message(),
        row.createdAt(),
        status == OfferStatus.OPEN && side != null && side != row.proposer());
  }
}
