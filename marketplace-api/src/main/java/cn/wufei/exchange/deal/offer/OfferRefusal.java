package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.kernel.Refusal;

/// Why an offer is not made or not answered, in the order in which it is checked; before these that
/// the organisation may trade and that what it names is there for it to see.
enum OfferRefusal implements Refusal {
  OFFER_EXPIRED(Kind.CONFLICT, "The offer's last day is over."),
  OFFER_NOT_OPEN(Kind.CONFLICT, "The offer was answered or withdrawn already."),
  NOT_YOUR_OFFER(Kind.FORBIDDEN, "Only who made the offer withdraws it."),
  NOT_YOUR_TURN(Kind.FORBIDDEN, "The other side answers this offer."),
  LOT_NOT_OFFERED(
      Kind.CONFLICT,
      "The lot is no longer on offer between the two; the negotiation can only be ended."),
  LOT_NOT_PUBLISHED(
      Kind.CONFLICT, "The lot is not on the market: it is paused, withdrawn, expired or closed."),
  LOT_WINDOW_OVER(Kind.CONFLICT, "The lot's window has ended."),
  DEMAND_NEEDED(Kind.UNPROCESSABLE, "On your own lot you make an offer to somebody's demand."),
  DEMAND_NOT_PUBLISHED(Kind.CONFLICT, "The demand is withdrawn, expired or closed."),
  DEMAND_WINDOW_OVER(Kind.CONFLICT, "The demand's window has ended."),
  MATERIAL_NOT_DEMANDED(Kind.UNPROCESSABLE, "The demand is for other materials."),
  SAME_PARTY(Kind.UNPROCESSABLE, "Seller and buyer are two organisations."),
  BUYER_NOT_APPROVED(
      Kind.CONFLICT, "The lot is for approved buyers, and you have not approved this one."),
  NOT_A_RECEIVER(Kind.FORBIDDEN, "Only an organisation that receives waste buys."),
  SITE_NEEDED(Kind.UNPROCESSABLE, "Say to which of your sites it shall be delivered."),
  BEYOND_DELIVERY(
      Kind.UNPROCESSABLE, "The lot's price is delivered, and not as far as the buyer's site."),
  OUTSIDE_DESTINATIONS(
      Kind.UNPROCESSABLE, "The lot does not go to the region in which the buyer's site lies."),
  COUNTERPARTY_NOT_VERIFIED(Kind.CONFLICT, "The other organisation may not trade at present."),
  DELIVERY_REVERSED(Kind.UNPROCESSABLE, "Delivery ends before it begins."),
  DELIVERY_OUTSIDE_WINDOW(Kind.UNPROCESSABLE, "Delivery reaches beyond the lot's window."),
  BELOW_MINIMUM(Kind.UNPROCESSABLE, "The lot is not sold in so small a quantity."),
  VALIDITY_OVER(Kind.UNPROCESSABLE, "An offer stands until today or longer."),
  VALIDITY_TOO_LONG(Kind.UNPROCESSABLE, "An offer stands for at most thirty days."),
  VALIDITY_BEYOND_WINDOW(
      Kind.UNPROCESSABLE, "An offer does not stand for longer than the lot is there."),
  MORE_THAN_AVAILABLE(Kind.CONFLICT, "The lot has less than that available.");

  private final Kind kind;
  private final String sentence;

  OfferRefusal(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
