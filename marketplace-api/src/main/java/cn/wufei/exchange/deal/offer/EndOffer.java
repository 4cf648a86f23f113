package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// The other side declines an offer, or its proposer withdraws it.
@Singleton
class EndOffer {

  private final OpenOffers offers;
  private final OfferStore store;
  private final OfferViews views;
  private final AuditLog audit;

  EndOffer(OpenOffers offers, OfferStore store, OfferViews views, AuditLog audit) {
    this.offers = offers;
    this.store = store;
    this.views = views;
    this.audit = audit;
  }

  Outcome<Offer> decline(Caller caller, Id id, long version) {
    return handle(caller, id, version, OfferAnswer.DECLINE);
  }

  Outcome<Offer> withdraw(Caller caller, Id id, long version) {
    return handle(caller, id, version, OfferAnswer.WITHDRAW);
  }

  private Outcome<Offer> handle(Caller caller, Id id, long version, OfferAnswer answer) {
    return offers
        .lock(caller, id, version, answer)
        .map(answered -> {
          store.update(answered.after());
          audit.record(caller, "offer-" + answered.after().status().code(), "offer", id, Map.of());
          return views.of(caller, answered.after());
        });
  }
}
