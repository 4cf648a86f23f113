package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Refusal;

/// Why a deposit is not recorded, answered, withdrawn or moved, in the order in which it is
/// checked; before these that it or its agreement is there for the caller to see.
enum DepositRefusal implements Refusal {
  LODGED_IN_FUTURE(Kind.UNPROCESSABLE, "What is recorded must have happened already."),
  LODGED_TOO_EARLY(Kind.UNPROCESSABLE, "Nothing is recorded that happened before the year 2000."),
  DEPOSIT_REFERENCE_USED(
      Kind.CONFLICT, "Another deposit with this organisation has this bank reference."),
  NOT_THE_HOLDER(Kind.FORBIDDEN, "This is for who holds the deposit."),
  NOT_THE_LODGER(Kind.FORBIDDEN, "This is for who lodged the deposit."),
  DEPOSIT_ANSWERED(Kind.CONFLICT, "The deposit was confirmed, rejected or withdrawn already."),
  DEPOSIT_NOT_HELD(Kind.CONFLICT, "The deposit was not confirmed."),
  RELEASE_ANSWERED(Kind.CONFLICT, "The release was confirmed, rejected or withdrawn already."),
  MOVED_BEFORE_LODGED(
      Kind.UNPROCESSABLE, "A deposit is moved after it was lodged, and not in future."),
  DEPOSIT_SHORT(
      Kind.CONFLICT, "The deposit has less than that left beside what waits to be released."),
  RELEASE_REFERENCE_USED(Kind.CONFLICT, "Another release of this deposit has this bank reference."),
  NOTHING_DUE(Kind.CONFLICT, "Less than that is owed to you.");

  private final Kind kind;
  private final String sentence;

  DepositRefusal(Kind kind, String sentence) {
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
