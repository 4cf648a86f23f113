package cn.wufei.exchange.demand;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.searchfeed.SearchFeed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// A receiver says what it looks for. Nothing is promised by it.
@Singleton
class PostDemand {

  private final Organisations organisations;
  private final DemandScreening screening;
  private final DemandStore store;
  private final DemandViews views;
  private final DemandDocuments documents;
  private final SearchFeed feed;
  private final AuditLog audit;
  private final Clock clock;

  PostDemand(
      Organisations organisations,
      DemandScreening screening,
      DemandStore store,
      DemandViews views,
      DemandDocuments documents,
      SearchFeed feed,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.screening = screening;
    this.store = store;
    this.views = views;
    this.documents = documents;
    this.feed = feed;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the organisation may trade, it is a receiver, the site is its own, the
  /// terms hold ([DemandRules]).
  Outcome<Demand> handle(Caller caller, DemandDraft draft) {
    return organisations
        .requireTrading(caller)
        .then(owner -> ownSite(owner, draft))
        .then(site -> screening.check(draft.terms()).map(terms -> post(caller, site, terms)));
  }

  private Outcome<SiteRef> ownSite(OrganisationRef owner, DemandDraft draft) {
    if (!owner.kind().endsWith("receiver")) {
      return Outcome.refused(DemandRefusal.NOT_A_RECEIVER);
    }
    SiteRef site = organisations.findSite(draft.siteId());
    return site != null && site.organisationId().equals(owner.id())
        ? Outcome.done(site)
        : Outcome.refused(CommonRefusal.NOT_FOUND, "siteId");
  }

  private Demand post(Caller caller, SiteRef site, DemandTerms terms) {
    var row =
        new DemandRow(
            Id.next(),
            1,
            DemandStatus.PUBLISHED,
            site.organisationId(),
            site.id(),
            terms,
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    store.insert(row);
    Demand demand = views.of(row);
    feed.put(documents.of(demand));
    audit.record(
        caller, "demand-posted", "demand", row.id(), Map.of("quantityKg", terms.quantityKg()));
    return demand;
  }
}
