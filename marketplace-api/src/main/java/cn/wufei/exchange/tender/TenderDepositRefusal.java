package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Refusal;

/// Why a deposit for a tender is not recorded, answered or given back, in the order in which it is
/// checked; before these that the tender or deposit is there for the caller to see.
enum TenderDepositRefusal implements Refusal {
  NO_DEPOSIT_ASKED(Kind.CONFLICT, "Bids count without a deposit."),
  DEPOSIT_OF_SELLER(Kind.FORBIDDEN, "The seller holds deposits and lodges none."),
  NOT_A_BUYER(Kind.FORBIDDEN, "Only an organisation that receives waste buys."),
  DEPOSITS_CLOSED(Kind.CONFLICT, "Bids are closed, so no deposit is recorded any more."),
  DEPOSIT_EXISTS(Kind.CONFLICT, "Your organisation has recorded a deposit for this tender."),
  PAID_IN_FUTURE(Kind.UNPROCESSABLE, "What is recorded must have happened already."),
  PAID_TOO_EARLY(Kind.UNPROCESSABLE, "Nothing is recorded that happened before the year 2000."),
  NOT_THE_HOLDER(Kind.FORBIDDEN, "This is for the seller."),
  TENDER_DEPOSIT_ANSWERED(Kind.CONFLICT, "The deposit was confirmed or rejected already."),
  TENDER_DEPOSIT_NOT_HELD(
      Kind.CONFLICT, "The deposit was not confirmed, or was released or forfeited already."),
  TENDER_NOT_OVER(Kind.CONFLICT, "Deposits stay until the tender is over."),
  RELEASED_BEFORE_PAID(
      Kind.UNPROCESSABLE, "A deposit is paid back after it was paid, and not in future."),
  NOT_FORFEITABLE(
      Kind.CONFLICT,
      "Only the winner's deposit is kept, or that of a bidder who did not open a bid that"
          + " counted.");

  private final Kind kind;
  private final String sentence;

  TenderDepositRefusal(Kind kind, String sentence) {
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
