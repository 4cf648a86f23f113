package cn.wufei.exchange.stockpile;

import cn.wufei.exchange.kernel.Refusal;

/// Why a stockpile or a report of it is not recorded, in the order in which it is checked.
enum StockpileRefusal implements Refusal {
  STOCKPILE_NAME_TAKEN(Kind.CONFLICT, "There is a stockpile of this name already."),
  REPORTED_IN_FUTURE(Kind.UNPROCESSABLE, "A report cannot lie in the future."),
  REPORTED_BEFORE_STATED(
      Kind.UNPROCESSABLE, "A report cannot be older than the document that states the stockpile.");

  private final Kind kind;
  private final String sentence;

  StockpileRefusal(Kind kind, String sentence) {
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
