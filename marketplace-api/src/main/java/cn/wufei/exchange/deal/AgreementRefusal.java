package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Refusal;

/// Why an agreement is not ended, in the order in which it is checked; before these that it is
/// there for the caller to see.
enum AgreementRefusal implements Refusal {
  AGREEMENT_NOT_ACTIVE(Kind.CONFLICT, "The agreement has ended already."),
  LOAD_IN_TRANSIT(Kind.CONFLICT, "A load is on its way; it must be received or refused first.");

  private final Kind kind;
  private final String sentence;

  AgreementRefusal(Kind kind, String sentence) {
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
