package cn.wufei.exchange.demand;

import cn.wufei.exchange.kernel.Refusal;

/// Why a demand is not posted, changed or withdrawn, in the order in which it is checked; besides
/// these that the organisation may trade and that the site or demand is its own.
enum DemandRefusal implements Refusal {
  NOT_A_RECEIVER(Kind.FORBIDDEN, "Only an organisation that receives waste posts demands."),
  DEMAND_NOT_PUBLISHED(Kind.CONFLICT, "The demand is withdrawn, expired or closed."),
  WINDOW_REVERSED(Kind.UNPROCESSABLE, "The window ends before it begins."),
  WINDOW_OVER(Kind.UNPROCESSABLE, "The window lies in the past."),
  WINDOW_TOO_LONG(Kind.UNPROCESSABLE, "A window reaches at most three years ahead."),
  MATERIAL_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such material."),
  MATERIAL_REPEATED(Kind.UNPROCESSABLE, "A material is named once."),
  USE_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such use."),
  PARAMETER_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such quality parameter."),
  PARAMETER_REPEATED(Kind.UNPROCESSABLE, "A quality parameter is required once."),
  RANGE_EMPTY(Kind.UNPROCESSABLE, "A range has at least one end."),
  RANGE_REVERSED(Kind.UNPROCESSABLE, "The least value is above the greatest."),
  RANGE_IMPOSSIBLE(Kind.UNPROCESSABLE, "The parameter cannot have such a value."),
  QUANTITY_BELOW_AGREED(Kind.CONFLICT, "Agreements already cover more than that.");

  private final Kind kind;
  private final String sentence;

  DemandRefusal(Kind kind, String sentence) {
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
