package cn.wufei.exchange.price;

import cn.wufei.exchange.kernel.Refusal;

/// Why premiums and penalties are not taken.
enum PriceRefusal implements Refusal {
  PARAMETER_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such parameter, or it is named twice."),
  VALUE_OUT_OF_BOUNDS(
      Kind.UNPROCESSABLE,
      "The parameter cannot have that value; `minimum` and `maximum` bound it."),
  BANDS_NOT_IN_ORDER(
      Kind.UNPROCESSABLE, "Bands go from low to high, each from its lower end to its upper one.");

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
