package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who may read which offer and agreement: its parties, and the authorities.
@Singleton
@Connectable
class SeeDeals {

  private final OfferStore offers;
  private final AgreementStore agreements;
  private final DealViews views;

  SeeDeals(OfferStore offers, AgreementStore agreements, DealViews views) {
    this.offers = offers;
    this.agreements = agreements;
    this.views = views;
  }

  Outcome<Offer> offer(Caller caller, Id id) {
    OfferRow row = offers.find(id);
    return row != null && row.parties().maySee(caller)
        ? Outcome.done(views.offer(caller, row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Offer> offers(Caller caller, @Nullable OfferStatus status, @Nullable Id before, int limit) {
    Page<OfferRow> page =
        Page.ofSurplus(
            offers.page(caller, status, before, limit + 1), limit, row -> row.id().toString());
    return new Page<>(views.offers(caller, page.items()), page.next());
  }

  Outcome<Agreement> agreement(Caller caller, Id id) {
    AgreementRow row = agreements.find(id);
    return row != null && row.parties().maySee(caller)
        ? Outcome.done(views.agreement(row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Agreement> agreements(
      Caller caller, @Nullable AgreementStatus status, @Nullable Id before, int limit) {
    Page<AgreementRow> page =
        Page.ofSurplus(
            agreements.page(caller, status, before, limit + 1), limit, row -> row.id().toString());
    return new Page<>(views.agreements(page.items()), page.next());
  }
}
