package cn.wufei.exchange.schedule;

import cn.wufei.exchange.kernel.Refusal;

/// Why the months of a recurring quantity do not hold, in the order in which it is checked.
enum ScheduleRefusal implements Refusal {
  MONTHS_TOO_FEW(Kind.UNPROCESSABLE, "What recurs has two months at least."),
  MONTH_OUTSIDE_WINDOW(Kind.UNPROCESSABLE, "No day of the month lies in the window."),
  MONTH_REPEATED(Kind.UNPROCESSABLE, "A month is stated once."),
  MONTHS_UNORDERED(Kind.UNPROCESSABLE, "The months follow each other in time."),
  MONTHS_SUM_DIFFERS(Kind.UNPROCESSABLE, "The months do not sum to the quantity.");

  private final Kind kind;
  private final String sentence;

  ScheduleRefusal(Kind kind, String sentence) {
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
