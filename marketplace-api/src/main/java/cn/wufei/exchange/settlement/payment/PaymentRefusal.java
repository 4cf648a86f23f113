package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Refusal;

/// Why a payment is not recorded, answered or withdrawn, in the order in which it is checked;
/// before these that it or the other party is there for the caller to see.
enum PaymentRefusal implements Refusal {
  SAME_PARTY(Kind.UNPROCESSABLE, "Payer and payee are two organisations."),
  NO_TRADE_BETWEEN(
      Kind.UNPROCESSABLE,
      "You have no agreement with this organisation, so there is nothing to pay."),
  PAID_IN_FUTURE(Kind.UNPROCESSABLE, "What is recorded must have happened already."),
  PAID_TOO_EARLY(Kind.UNPROCESSABLE, "Nothing is recorded that happened before the year 2000."),
  BANK_REFERENCE_USED(
      Kind.CONFLICT, "Another payment to this organisation has this bank reference."),
  NOT_THE_PAYEE(Kind.FORBIDDEN, "Who was paid says whether the money came."),
  NOT_THE_PAYER(Kind.FORBIDDEN, "Who recorded the payment withdraws it."),
  PAYMENT_ANSWERED(Kind.CONFLICT, "The payment was confirmed, rejected or withdrawn already."),
  REFUND_ABOVE_PREPAID(Kind.CONFLICT, "No more is given back than was paid ahead.");

  private final Kind kind;
  private final String sentence;

  PaymentRefusal(Kind kind, String sentence) {
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
