package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Refusal;

/// Why a bid is not sealed, replaced, withdrawn or opened, in the order in which it is checked;
/// before these that the organisation may trade and that there is such a tender.
enum BidRefusal implements Refusal {
  OWN_TENDER(Kind.FORBIDDEN, "The seller does not bid."),
  NOT_A_RECEIVER(Kind.FORBIDDEN, "Only an organisation that receives waste buys."),
  BIDS_CLOSED(Kind.CONFLICT, "Bids are closed."),
  BID_EXISTS(Kind.CONFLICT, "Your organisation has a bid; replace it."),
  NO_BID(Kind.CONFLICT, "Your organisation has no bid in this tender."),
  BEYOND_DELIVERY(Kind.UNPROCESSABLE, "Prices are delivered, and not as far as the buyer's site."),
  OUTSIDE_DESTINATIONS(
      Kind.UNPROCESSABLE, "The lot does not go to the region in which the buyer's site lies."),
  NOT_OPENING(Kind.CONFLICT, "Bids are opened from the closing on, until the opening ends."),
  BID_OPENED(Kind.CONFLICT, "The bid was opened already."),
  DEPOSIT_NOT_CONFIRMED(
      Kind.CONFLICT, "The bid does not count: its deposit was not confirmed by the closing."),
  COMMITMENT_MISMATCH(
      Kind.UNPROCESSABLE, "Price and nonce are not those that were sealed; nothing was changed.");

  private final Kind kind;
  private final String sentence;

  BidRefusal(Kind kind, String sentence) {
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
