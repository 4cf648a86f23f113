package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Refusal;

/// Why something of the ledger is not shown, in the order in which it is checked.
enum AccountRefusal implements Refusal {
  DAY_NOT_IN_CALENDAR(Kind.UNPROCESSABLE, "The calendar has no such day."),
  MOMENT_NOT_IN_CALENDAR(Kind.UNPROCESSABLE, "The calendar has no such moment."),
  PERIOD_REVERSED(Kind.UNPROCESSABLE, "The period ends before it begins."),
  PERIOD_TOO_LONG(Kind.UNPROCESSABLE, "A period has at most 3,660 days."),
  NOT_SEALED(Kind.CONFLICT, "No block seals this yet; try again in a moment."),
  EXPORT_TOO_LARGE(
      Kind.UNPROCESSABLE, "That are more lines than a file may have; narrow it with from and to.");

  private final Kind kind;
  private final String sentence;

  AccountRefusal(Kind kind, String sentence) {
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
