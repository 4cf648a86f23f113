package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Refusal;

/// Why a lot is not published, changed, paused or withdrawn, in the order in which it is checked;
/// besides these that the organisation may trade and that the stream or lot is its own.
public enum LotRefusal implements Refusal {
  NOT_A_PRODUCER(Kind.FORBIDDEN, "Only an organisation that produces waste offers lots."),
  REVIEW_NEEDED(
      Kind.FORBIDDEN,
      "In your organisation an administrator publishes lots, changes them and puts them back on the"
          + " market; submit a draft, or ask one."),
  LOT_NOT_PUBLISHED(
      Kind.CONFLICT, "The lot is not on the market: it is paused, withdrawn, expired or closed."),
  LOT_NOT_PAUSED(Kind.CONFLICT, "Only a paused lot can be put back on the market."),
  LOT_IN_TENDER(
      Kind.CONFLICT, "Bids are invited for the lot; until that tender is over it stays as it is."),
  WINDOW_REVERSED(Kind.UNPROCESSABLE, "The window ends before it begins."),
  WINDOW_OVER(Kind.UNPROCESSABLE, "The window lies in the past."),
  WINDOW_TOO_LONG(Kind.UNPROCESSABLE, "A window reaches at most three years ahead."),
  PARAMETER_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such quality parameter."),
  PARAMETER_REPEATED(Kind.UNPROCESSABLE, "A quality parameter is stated once."),
  RANGE_REVERSED(Kind.UNPROCESSABLE, "The least value is above the greatest."),
  RANGE_IMPOSSIBLE(Kind.UNPROCESSABLE, "The parameter cannot have such a value."),
  DESTINATION_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such region."),
  DESTINATION_REPEATED(Kind.UNPROCESSABLE, "A region is named once."),
  LOADING_HOURS_REVERSED(Kind.UNPROCESSABLE, "Loading ends before it begins."),
  MINIMUM_ABOVE_QUANTITY(
      Kind.UNPROCESSABLE, "The least quantity of an offer is above what the lot offers.");

  private final Kind kind;
  private final String sentence;

  LotRefusal(Kind kind, String sentence) {
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
