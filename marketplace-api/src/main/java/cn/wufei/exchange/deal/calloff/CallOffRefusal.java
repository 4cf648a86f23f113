package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.kernel.Refusal;

/// Why a month is not called off or a call-off not answered, in the order in which it is checked;
/// before these that the organisation may trade and that the agreement is there for it to see.
enum CallOffRefusal implements Refusal {
  NOT_A_FRAMEWORK(Kind.CONFLICT, "This agreement is no framework; nothing is called off under it."),
  BUYER_CALLS_OFF(Kind.FORBIDDEN, "The buyer calls off."),
  AGREEMENT_NOT_ACTIVE(Kind.CONFLICT, "The agreement has ended."),
  MONTH_OUTSIDE(Kind.UNPROCESSABLE, "The month lies outside `earliest` and `latest`."),
  MONTH_CALLED_OFF_ALREADY(
      Kind.CONFLICT, "The month is called off already; withdraw that first while it is open."),
  CALL_OFFS_TOO_MANY(
      Kind.CONFLICT,
      "The month was called off as often as it may be; `callOffsMax` says how often."),
  BEYOND_FRAMEWORK(
      Kind.UNPROCESSABLE,
      "With what is called off already that is more than the agreement's quantity and tolerance;"
          + " `restKg` is left."),
  CALL_OFF_OVER(Kind.CONFLICT, "This call-off waits for nobody any more."),
  OTHER_PARTYS_STEP(Kind.FORBIDDEN, "This is the other party's to do.");

  private final Kind kind;
  private final String sentence;

  CallOffRefusal(Kind kind, String sentence) {
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
