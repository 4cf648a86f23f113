package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Refusal;

/// Why a transfer is not posted, in the order in which it is checked.
public enum LedgerRefusal implements Refusal {
  OCCURRED_IN_FUTURE(Kind.UNPROCESSABLE, "What is recorded must have happened already."),
  OCCURRED_TOO_EARLY(Kind.UNPROCESSABLE, "Nothing is recorded that happened before the year 2000."),
  REFERENCE_REUSED(Kind.CONFLICT, "This reference names another transfer already."),
  PERIOD_LOCKED(
      Kind.CONFLICT,
      "The books of that month are closed; correct it today, or have an authority reopen the month."),
  ALREADY_REVERSED(Kind.CONFLICT, "This was taken back already."),
  ACCOUNT_CLOSED(Kind.CONFLICT, "The account is closed and takes nothing any more."),
  ACCOUNT_SHORT(Kind.CONFLICT, "There is not that much in the account."),
  ACCOUNT_NOT_EMPTY(Kind.CONFLICT, "Only an account that holds nothing can be closed."),
  LEDGER_BUSY(
      Kind.UNAVAILABLE,
      "Too many wait to record. Send the same request again: it is never recorded twice.");

  private final Kind kind;
  private final String sentence;

  LedgerRefusal(Kind kind, String sentence) {
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
