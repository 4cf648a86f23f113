package cn.wufei.exchange.period;

import cn.wufei.exchange.kernel.Refusal;

/// Why a month is not closed or reopened, in the order in which it is checked; before these that
/// the organisation's books are the caller's to close.
enum PeriodRefusal implements Refusal {
  MONTH_NOT_OVER(Kind.UNPROCESSABLE, "A month is closed when it is over."),
  MONTH_LOCKED(Kind.CONFLICT, "This month is closed already."),
  MONTH_NOT_LOCKED(Kind.CONFLICT, "This month is not closed."),
  LOAD_STILL_ON_ITS_WAY(
      Kind.CONFLICT,
      "A load that left by then has not ended; it must be received, refused or voided first.");

  private final Kind kind;
  private final String sentence;

  PeriodRefusal(Kind kind, String sentence) {
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
