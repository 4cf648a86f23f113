package cn.wufei.exchange.kernel;

/// Reasons that mean the same in every feature.
public enum CommonRefusal implements Refusal {
  /// Also the answer for what exists but belongs to somebody else.
  NOT_FOUND(Kind.NOT_FOUND, "There is nothing here that you may see."),
  FORBIDDEN(Kind.FORBIDDEN, "Your role does not allow this."),
  ORGANISATION_NOT_VERIFIED(
      Kind.FORBIDDEN,
      "Your organisation has not been verified yet; until then it may look but not trade."),
  VERSION_STALE(Kind.STALE, "Somebody changed this since you read it; read it again.");

  private final Kind kind;
  private final String sentence;

  CommonRefusal(Kind kind, String sentence) {
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
