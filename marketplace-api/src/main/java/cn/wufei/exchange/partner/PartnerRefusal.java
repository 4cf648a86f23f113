package cn.wufei.exchange.partner;

import cn.wufei.exchange.kernel.Refusal;

/// Why nothing is decided about another firm, in the order in which it is checked; before these
/// that the organisation may trade and that there is such a firm.
enum PartnerRefusal implements Refusal {
  OWN_ORGANISATION(Kind.UNPROCESSABLE, "This is your own organisation."),
  NOT_A_FIRM(Kind.UNPROCESSABLE, "Authorities and the platform are not on these lists."),
  APPROVAL_NUMBER_MISSING(Kind.UNPROCESSABLE, "An approval has a number."),
  VALID_TO_MISSING(Kind.UNPROCESSABLE, "An approval has a last day."),
  VALID_TO_OVER(Kind.UNPROCESSABLE, "An approval is valid until today or longer."),
  REASON_MISSING(Kind.UNPROCESSABLE, "Say why the firm is blocked."),
  NOTHING_DECIDED(Kind.CONFLICT, "There is no decision about this firm to take back."),
  LIST_FULL(Kind.CONFLICT, "Your lists hold as many firms as they may; take one off first.");

  private final Kind kind;
  private final String sentence;

  PartnerRefusal(Kind kind, String sentence) {
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
