package cn.wufei.exchange.delegation;

import cn.wufei.exchange.kernel.Refusal;

/// Why a delegation is not made or moved on, or why nobody acts under it.
enum DelegationRefusal implements Refusal {
  DELEGATION_OVER(Kind.CONFLICT, "This delegation is over."),
  DELEGATION_NOT_SO_FAR(Kind.CONFLICT, "As far as the delegation has come, this cannot be done."),
  OTHER_PARTYS_ACT(Kind.FORBIDDEN, "This is the other firm's to do."),
  DELEGATE_IS_SELF(Kind.UNPROCESSABLE, "A firm delegates to another one."),
  DELEGATE_NO_FIRM(Kind.UNPROCESSABLE, "Only firms act for others."),
  DELEGATE_NOT_VERIFIED(Kind.CONFLICT, "The other firm may not trade at present."),
  DELEGATION_DAY_OUTSIDE(Kind.UNPROCESSABLE, "The day lies outside `earliest` and `latest`."),
  DELEGATION_OVERLAPS(
      Kind.CONFLICT, "There is a delegation to this firm for some of these days already."),
  DELEGATIONS_TOO_MANY(
      Kind.CONFLICT,
      "Your firm has as many delegations as it may; `delegationsMax` says how many."),
  DELEGATION_REASON_NEEDED(Kind.UNPROCESSABLE, "Say why."),
  KEY_ACTS_FOR_NOBODY(Kind.FORBIDDEN, "A key acts for its own firm only."),
  NOT_ACTING_FOR(Kind.FORBIDDEN, "Your firm does not act for that organisation today."),
  NOT_DELEGABLE(Kind.FORBIDDEN, "This is for the firm's own members."),
  OUTSIDE_DELEGATION(
      Kind.FORBIDDEN, "The delegation does not cover this; `scope` says what would."),
  BOTH_SIDES(
      Kind.FORBIDDEN,
      "Your firm stands on the other side of this, or acts for who does or lately did; nobody acts"
          + " on both sides.");

  private final Kind kind;
  private final String sentence;

  DelegationRefusal(Kind kind, String sentence) {
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
