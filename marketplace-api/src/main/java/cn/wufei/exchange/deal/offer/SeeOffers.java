package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may read which offer: its parties, and the authorities.
@Singleton
@Connectable
class SeeOffers {

  private final OfferStore offers;
  private final OfferViews views;

  SeeOffers(OfferStore offers, OfferViews views) {
    this.offers = offers;
    this.views = views;
  }

  Outcome<Offer> one(Caller caller, Id id) {
    OfferRow row = offers.find(id);
    return row != null && row.parties().maySee(caller)
        ? Outcome.done(views.of(caller, row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  /// The offers of the same negotiation, from the first on.
  Outcome<List<Offer>> course(Caller caller, Id id) {
    OfferRow row = offers.find(id);
    return row != null && row.parties().maySee(caller)
        ? Outcome.done(views.ofAll(caller, offers.course(id)))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Offer> page(Caller caller, @Nullable OfferStatus status, @Nullable Id before, int limit) {
    Page<OfferRow> page =
        Page.ofSurplus(
            offers.page(caller, status, views.today(), before, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(views.ofAll(caller, page.items()), page.next());
  }
}
