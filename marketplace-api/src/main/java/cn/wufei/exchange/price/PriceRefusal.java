package cn.wufei.exchange.price;

import cn.wufei.exchange.kernel.Refusal;

/// Why premiums and penalties or a formula are not taken, or a value of an index is not.
enum PriceRefusal implements Refusal {
  PARAMETER_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such parameter, or it is named twice."),
  VALUE_OUT_OF_BOUNDS(
      Kind.UNPROCESSABLE,
      "The parameter cannot have that value; `minimum` and `maximum` bound it."),
  BANDS_NOT_IN_ORDER(
      Kind.UNPROCESSABLE, "Bands go from low to high, each from its lower end to its upper one."),
  INDEX_UNKNOWN(Kind.UNPROCESSABLE, "There is no such price index."),
  INDEX_WITHOUT_VALUE(
      Kind.CONFLICT, "No value of the index was stated yet, so nobody could judge the price."),
  FLOOR_ABOVE_CEILING(Kind.UNPROCESSABLE, "The floor lies above the ceiling."),
  MOISTURE_NEEDED(Kind.UNPROCESSABLE, "The price is for dry tonnes: say how moist the load is."),
  INDEX_MONTH_NOT_BEGUN(Kind.UNPROCESSABLE, "The month has not begun.");

  private final Kind kind;
  private final String sentence;

  PriceRefusal(Kind kind, String sentence) {
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
