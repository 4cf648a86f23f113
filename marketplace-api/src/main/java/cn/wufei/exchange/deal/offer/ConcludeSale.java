package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.MakeAgreement;
import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Makes an agreement of a sale that the parties came to in another way than by offers, such as a
/// tender: it is written down as an offer of the buyer that the seller accepts at once, so that an
/// agreement always has one.
@Singleton
public class ConcludeSale {

  private final Lots lots;
  private final OfferConditions conditions;
  private final OfferStore store;
  private final MakeAgreement make;
  private final Clock clock;

  ConcludeSale(
      Lots lots, OfferConditions conditions, OfferStore store, MakeAgreement make, Clock clock) {
    this.lots = lots;
    this.conditions = conditions;
    this.store = store;
    this.make = make;
    this.clock = clock;
  }

  /// Refused when the organisation may not trade at present.
  public Outcome<OrganisationRef> mayBuy(Id organisation) {
    return conditions.verified(organisation);
  }

  /// Checked in this order: the lot is there and published, the buyer may trade, delivery lies in
  /// the lot's window, the hazard gate is clear, the lot has that much available. Must run in a
  /// posting write, by the seller.
  public Outcome<Agreement> handle(Caller caller, Parties parties, Terms terms) {
    Lot lot = lots.hold(parties.lotId());
    return lot == null
        ? Outcome.refused(CommonRefusal.NOT_FOUND)
        : conditions
            .checkSale(lot, parties.buyerId(), terms)
            .then(_ -> OfferRules.available(terms, lot))
            .then(_ -> agree(caller, parties, terms));
  }

  private Outcome<Agreement> agree(Caller caller, Parties parties, Terms terms) {
    OfferRow offer =
        OfferRow.made(
                null,
                Side.BUYER,
                parties,
                terms,
                conditions.today(),
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS))
            .next(OfferStatus.ACCEPTED);
    store.insert(offer);
    return make.handle(caller, offer.id(), parties, terms);
  }
}
