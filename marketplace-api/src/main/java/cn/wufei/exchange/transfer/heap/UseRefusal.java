package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.Refusal;

/// Why a month is not reported, in the order in which it is checked; before these that the site is
/// the caller's own.
enum UseRefusal implements Refusal {
  MATERIAL_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such material."),
  USE_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such use."),
  MONTH_IN_FUTURE(Kind.UNPROCESSABLE, "What is reported must have happened already."),
  MONTH_ALREADY_REPORTED(Kind.CONFLICT, "This heap's month is reported already."),
  LATER_MONTH_REPORTED(
      Kind.CONFLICT,
      "A later month of this heap is reported already; report what was left out with the next one.");

  private final Kind kind;
  private final String sentence;

  UseRefusal(Kind kind, String sentence) {
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
