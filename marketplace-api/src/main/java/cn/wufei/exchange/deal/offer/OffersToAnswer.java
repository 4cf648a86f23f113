package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Offers of the other side that stand and wait for ours.
@Singleton
class OffersToAnswer implements WorkSource {

  private final OfferStore store;
  private final OfferViews views;

  OffersToAnswer(OfferStore store, OfferViews views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.OFFER;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.countToAnswer(caller.organisationId(), views.today()));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<OfferRow> page =
        Page.ofSurplus(
            store.pageToAnswer(caller.organisationId(), views.today(), after, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(
        views.ofAll(caller, page.items()).stream().map(offer -> item(caller, offer)).toList(),
        page.next());
  }

  private static WorkItem item(Caller caller, Offer offer) {
    boolean sells = caller.organisationId().equals(offer.seller().id());
    return WorkItem.of(WorkKind.OFFER, offer.id(), offer.lotTitle())
        .partner(sells ? offer.buyer() : offer.seller())
        .material(offer.materialKey())
        .mass(offer.quantityKg())
        .price(offer.priceYuanPerT())
        .since(offer.createdAt())
        .due(offer.validTo())
        .build();
  }
}
