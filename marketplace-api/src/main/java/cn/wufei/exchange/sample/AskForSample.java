package cn.wufei.exchange.sample;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotStatus;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/// A buyer asks for a sample of a lot. A tender that binds the lot does not stand in the way: who
/// bids wants to know on what.
@Singleton
class AskForSample {

  private final Organisations organisations;
  private final Lots lots;
  private final Partners partners;
  private final SampleStore store;
  private final SampleSteps steps;

  AskForSample(
      Organisations organisations,
      Lots lots,
      Partners partners,
      SampleStore store,
      SampleSteps steps) {
    this.organisations = organisations;
    this.lots = lots;
    this.partners = partners;
    this.store = store;
    this.steps = steps;
  }

  /// Checked in this order: the organisation may trade, the lot is there for it to see (what is
  /// kept from it is not), it is another's, published and its window not over, the organisation is
  /// a receiver, the site is its own, the seller is verified, the day wished for can be, no request
  /// of it for that lot is open, it has not as many open ones as it may.
  Outcome<Sample> handle(Caller caller, SampleDraft draft) {
    LocalDate today = steps.today();
    return organisations
        .requireTrading(caller)
        .then(own ->
            lotFor(own, draft.lotId(), today)
                .then(lot -> siteOf(own, draft.siteId()).map(site -> asked(lot, own, site, draft)))
                .then(this::fromVerified)
                .then(asked -> SampleRules.wanted(draft.wantedBy(), today).map(_ -> asked))
                .then(this::room)
                .map(asked -> steps.begin(caller, SampleRow.made(asked, steps.now(), today))));
  }

  private Outcome<Lot> lotFor(OrganisationRef own, Id id, LocalDate today) {
    Lot lot = lots.find(id);
    boolean isOwn = lot != null && lot.organisation().id().equals(own.id());
    if (lot == null || !(isOwn || isShown(lot, own))) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "lotId");
    }
    if (isOwn) {
      return Outcome.refused(SampleRefusal.OWN_LOT, "lotId");
    }
    if (!lot.isOpenOn(today)) {
      return Outcome.refused(SampleRefusal.LOT_WINDOW_OVER, "lotId");
    }
    if (!own.kind().endsWith("receiver")) {
      return Outcome.refused(SampleRefusal.NOT_A_RECEIVER);
    }
    return Outcome.done(lot);
  }

  private boolean isShown(Lot lot, OrganisationRef own) {
    return lot.status() == LotStatus.PUBLISHED && lot.isShownIn(partners.circleOf(own.id()));
  }

  private Outcome<SiteRef> siteOf(OrganisationRef own, Id id) {
    SiteRef site = organisations.findSite(id);
    return site != null && site.organisationId().equals(own.id())
        ? Outcome.done(site)
        : Outcome.refused(CommonRefusal.NOT_FOUND, "siteId");
  }

  private Outcome<SampleRow.Asked> fromVerified(SampleRow.Asked asked) {
    return SampleRules.verified(organisations.find(asked.sellerId())).map(_ -> asked);
  }

  private static SampleRow.Asked asked(
      Lot lot, OrganisationRef own, SiteRef site, SampleDraft draft) {
    return new SampleRow.Asked(
        lot.id(),
        lot.title(),
        lot.materialKey(),
        lot.organisation().id(),
        own.id(),
        lot.site().id(),
        site.id(),
        draft.quantityG(),
        SampleRules.stripped(draft.wishes()),
        draft.wantedBy(),
        draft.courierPayer(),
        SampleRules.stripped(draft.message()));
  }

  /// Two who ask for the same buyer at once come one after the other, so that the second counts
  /// what the first has asked for.
  private Outcome<SampleRow.Asked> room(SampleRow.Asked asked) {
    Id buyer = asked.buyerId();
    organisations.queue(buyer);
    if (store.countOpen(buyer, asked.lotId()) > 0) {
      return Outcome.refused(SampleRefusal.SAMPLE_OPEN_ALREADY, "lotId");
    }
    return store.countOpen(buyer, null) < SampleLimits.OPEN_MAX
        ? Outcome.done(asked)
        : Outcome.<SampleRow.Asked>refused(SampleRefusal.SAMPLES_TOO_MANY)
            .with("samplesMax", SampleLimits.OPEN_MAX);
  }
}
