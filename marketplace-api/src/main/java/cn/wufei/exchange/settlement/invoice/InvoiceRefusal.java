package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.kernel.Refusal;

/// Why an invoice is not recorded or withdrawn, in the order in which it is checked; before these
/// that the other party, or the invoice, is there for the caller to see.
enum InvoiceRefusal implements Refusal {
  SAME_PARTY(Kind.UNPROCESSABLE, "Issuer and receiver are two organisations."),
  ISSUED_IN_FUTURE(Kind.UNPROCESSABLE, "What is recorded must have happened already."),
  NUMBER_WITHOUT_CODE(
      Kind.UNPROCESSABLE, "A number of 8 digits has a code, one of 20 digits has none."),
  NOT_ADDED_UP(Kind.UNPROCESSABLE, "Net and tax do not add up to gross, or have opposite signs."),
  RED_LETTER_NEEDS_ORIGINAL(
      Kind.UNPROCESSABLE,
      "A negative invoice says which it reverses, and only a negative one does."),
  STATEMENT_UNKNOWN(
      Kind.UNPROCESSABLE,
      "There is no such agreed statement between these two, or it is named twice."),
  PARTS_NOT_ADDED_UP(Kind.UNPROCESSABLE, "The parts do not add up to gross, or differ in sign."),
  INVOICE_RECORDED_ALREADY(
      Kind.CONFLICT, "The issuer's invoice of this number is recorded already."),
  ORIGINAL_UNKNOWN(
      Kind.UNPROCESSABLE,
      "There is no such invoice between these two, or it is red-letter itself."),
  REVERSED_ABOVE_ORIGINAL(Kind.CONFLICT, "No more is reversed than the invoice states."),
  NOT_THE_RECORDER(Kind.FORBIDDEN, "Only the side that recorded an invoice withdraws it."),
  INVOICE_WITHDRAWN(Kind.CONFLICT, "The invoice was withdrawn already."),
  INVOICE_REVERSED(Kind.CONFLICT, "A red-letter invoice reverses it; withdraw that one first.");

  private final Kind kind;
  private final String sentence;

  InvoiceRefusal(Kind kind, String sentence) {
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
