package cn.wufei.exchange.gate;

/// What the gate says about a described waste.
public sealed interface Screening {

  /// Nothing points to hazardous waste. It proves nothing: whether a waste is hazardous is decided
  /// by the national list and by identification, not by its description.
  record Clear() implements Screening {}

  /// It may be hazardous: it stays back until somebody shows that it is not.
  record Held(Rule rule) implements Screening {}

  /// It is hazardous by the named rule and cannot be traded here.
  record Refused(Rule rule) implements Screening {}

  /// Why. `source` is the tag of the text that the rule comes from.
  record Rule(String id, String textZh, String textEn, String source) {}
}
