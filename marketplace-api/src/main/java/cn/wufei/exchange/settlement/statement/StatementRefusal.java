package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Refusal;

/// Why a statement is not drafted, answered or corrected, in the order in which it is checked;
/// before these that it or the other party is there for the caller to see.
enum StatementRefusal implements Refusal {
  SAME_PARTY(Kind.UNPROCESSABLE, "Seller and buyer are two organisations."),
  MONTH_NOT_BEGUN(Kind.UNPROCESSABLE, "The month has not begun."),
  NOTHING_TO_STATE(
      Kind.CONFLICT, "Nothing was received in this month that is not on a statement already."),
  PRICE_OF_MONTH_MISSING(
      Kind.CONFLICT,
      "The price of `load` follows `index`, of which no value was stated for `month` yet."),
  MOISTURE_MISSING(
      Kind.CONFLICT, "The price is for dry tonnes, and no valid assay says how moist `load` was."),
  STATEMENT_NOT_AGREED(Kind.CONFLICT, "Only an agreed statement is corrected; withdraw this one."),
  LINE_UNKNOWN(
      Kind.UNPROCESSABLE,
      "The statement has no such line, it is a reversal, or it is named twice."),
  NOTHING_CORRECTED(Kind.UNPROCESSABLE, "The line says that already."),
  LINE_CORRECTED_ALREADY(
      Kind.CONFLICT, "Another statement corrects the line; correct that statement's line."),
  STATEMENT_NOT_OPEN(Kind.CONFLICT, "The statement was agreed or withdrawn already."),
  NOT_YOURS_TO_ANSWER(Kind.FORBIDDEN, "The other side answers this statement."),
  NOT_YOURS_TO_WITHDRAW(
      Kind.FORBIDDEN, "Only its author withdraws a statement that nobody disputed."),
  STATEMENT_OUTDATED(
      Kind.CONFLICT,
      "A load or an assay has changed since; withdraw the statement and draft anew.");

  private final Kind kind;
  private final String sentence;

  StatementRefusal(Kind kind, String sentence) {
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
