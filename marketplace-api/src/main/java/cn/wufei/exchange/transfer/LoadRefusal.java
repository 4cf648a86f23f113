package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Refusal;

/// Why a load is not recorded, received or refused, in the order in which it is checked; before
/// these that what it names is there for the caller to see.
enum LoadRefusal implements Refusal {
  NOT_THE_SELLER(Kind.FORBIDDEN, "The seller dispatches."),
  NOT_THE_BUYER(Kind.FORBIDDEN, "The buyer receives or refuses."),
  AGREEMENT_NOT_ACTIVE(Kind.CONFLICT, "The agreement has ended."),
  LOAD_NOT_IN_TRANSIT(
      Kind.CONFLICT, "The load is not on its way: it was received, refused or voided."),
  TARE_NOT_BELOW_GROSS(Kind.UNPROCESSABLE, "The empty truck weighs less than the full one."),
  REJECTED_ABOVE_NET(Kind.UNPROCESSABLE, "No more is rejected than arrived."),
  EVERYTHING_REJECTED(
      Kind.UNPROCESSABLE, "A load of which nothing is accepted is refused, not received."),
  DEDUCTION_TOO_LARGE(Kind.UNPROCESSABLE, "No more is deducted than there is to settle."),
  BEFORE_DISPATCH(Kind.UNPROCESSABLE, "A load arrives after it left."),
  IN_FUTURE(Kind.UNPROCESSABLE, "What is recorded must have happened already.");

  private final Kind kind;
  private final String sentence;

  LoadRefusal(Kind kind, String sentence) {
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
