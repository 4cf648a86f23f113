package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.approval.Approvals;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Consumer;

/// The other side declines an offer, or its proposer withdraws it.
@Singleton
class EndOffer {

  private final OpenOffers offers;
  private final OfferStore store;
  private final OfferViews views;
  private final OfferNotices notices;
  private final Approvals approvals;
  private final AuditLog audit;

  EndOffer(
      OpenOffers offers,
      OfferStore store,
      OfferViews views,
      OfferNotices notices,
      Approvals approvals,
      AuditLog audit) {
    this.offers = offers;
    this.store = store;
    this.views = views;
    this.notices = notices;
    this.approvals = approvals;
    this.audit = audit;
  }

  Outcome<Offer> decline(Caller caller, Id id, long version) {
    return handle(caller, id, version, OfferAct.DECLINE, notices::declined);
  }

  Outcome<Offer> withdraw(Caller caller, Id id, long version) {
    return handle(caller, id, version, OfferAct.WITHDRAW, notices::withdrawn);
  }

  private Outcome<Offer> handle(
      Caller caller, Id id, long version, OfferAct act, Consumer<OfferRow> telling) {
    return offers
        .lock(caller, id, version, act)
        .map(answered -> {
          store.update(answered.after());
          approvals.overtake(id);
          audit.record(caller, "offer-" + answered.after().status().code(), "offer", id, Map.of());
          telling.accept(answered.after());
          return views.of(caller, answered.after());
        });
  }
}
