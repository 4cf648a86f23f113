package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Refusal;

/// Why a tender is not invited, cancelled, awarded or ended, in the order in which it is checked;
/// before these that the organisation may trade and that the lot or tender is its own.
enum TenderRefusal implements Refusal {
  LOT_NOT_PUBLISHED(
      Kind.CONFLICT, "The lot is not on the market: it is paused, withdrawn, expired or closed."),
  LOT_WINDOW_OVER(Kind.CONFLICT, "The lot's window has ended."),
  LOT_RECURS(Kind.CONFLICT, "What recurs every month is not sold by tender."),
  QUANTITY_NOT_AVAILABLE(Kind.CONFLICT, "The lot has less than that available."),
  QUANTITY_BELOW_MINIMUM(Kind.UNPROCESSABLE, "The lot is not sold in so small a quantity."),
  CLOSES_TOO_SOON(Kind.UNPROCESSABLE, "Bidders need more time until the closing."),
  CLOSES_TOO_LATE(Kind.UNPROCESSABLE, "A tender closes within sixty days."),
  DELIVERY_REVERSED(Kind.UNPROCESSABLE, "Delivery ends before it begins."),
  DELIVERY_BEFORE_CLOSING(Kind.UNPROCESSABLE, "Delivery begins after the day of the closing."),
  DELIVERY_OUTSIDE_WINDOW(Kind.UNPROCESSABLE, "Delivery reaches beyond the lot's window."),
  NOT_THE_SELLER(Kind.FORBIDDEN, "This is for the seller."),
  TENDER_OVER(Kind.CONFLICT, "The tender is over."),
  TENDER_CLOSED(Kind.CONFLICT, "Bids are closed, so the tender cannot be cancelled any more."),
  NOT_OPENED_YET(Kind.CONFLICT, "This can be done when the opening has ended."),
  NO_BIDDER_MAY_TRADE(
      Kind.CONFLICT, "Nobody whose bid counts may trade at present; the tender can be ended.");

  private final Kind kind;
  private final String sentence;

  TenderRefusal(Kind kind, String sentence) {
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
