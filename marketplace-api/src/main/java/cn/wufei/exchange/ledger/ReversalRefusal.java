package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Refusal;

/// Why a fact is not taken back: something later was built on it. What it is stands in the facts of
/// the refusal.
enum ReversalRefusal implements Refusal {
  USE_REPORT_IN_THE_WAY(
      Kind.CONFLICT, "These tonnes are reported as used; undo the use report first."),
  LATER_FACT_IN_THE_WAY(Kind.CONFLICT, "A later fact was built on this one; undo it first.");

  private final Kind kind;
  private final String sentence;

  ReversalRefusal(Kind kind, String sentence) {
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
