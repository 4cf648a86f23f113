package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Refusal;

/// Why a match is not dismissed; before it that one side of the pair is the caller's and that the
/// two have something to do with each other.
enum DismissalRefusal implements Refusal {
  NOTE_MISSING(Kind.UNPROCESSABLE, "Say in your words what the other reason is.");

  private final Kind kind;
  private final String sentence;

  DismissalRefusal(Kind kind, String sentence) {
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
