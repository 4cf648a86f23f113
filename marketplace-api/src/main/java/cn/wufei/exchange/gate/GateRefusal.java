package cn.wufei.exchange.gate;

import cn.wufei.exchange.kernel.Refusal;

/// Why a waste may not be published, in the order in which it is checked.
public enum GateRefusal implements Refusal {
  HAZARDOUS_WASTE_REFUSED("This is hazardous waste; it may not be traded on this exchange."),
  HAZARDOUS_LOOK_ALIKE_HELD(
      "This may be hazardous waste; it is held until its identification is shown."),
  WASTE_CODE_MALFORMED("A waste code looks like 900-001-S17."),
  WASTE_CLASS_UNKNOWN("The catalogue of solid wastes has no such class."),
  WASTE_CLASS_CODE_MISMATCH("The waste code ends with another class than the one given.");

  private final String sentence;

  GateRefusal(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public Kind kind() {
    return Kind.UNPROCESSABLE;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
