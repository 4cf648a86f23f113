package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.kernel.Refusal;

/// Why a pickup limit is not set; before it that the agreement is there for the caller to see.
enum PickupRefusal implements Refusal {
  NOT_THE_SELLER(Kind.FORBIDDEN, "Only the seller ties dispatch to prepayment.");

  private final Kind kind;
  private final String sentence;

  PickupRefusal(Kind kind, String sentence) {
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
