package cn.wufei.exchange.metrics;

import cn.wufei.exchange.kernel.Refusal;

/// Why a figure is not computed, in the order in which it is checked.
enum MetricsRefusal implements Refusal {
  PERIOD_REVERSED(Kind.UNPROCESSABLE, "The period ends before it begins."),
  PERIOD_TOO_LONG(Kind.UNPROCESSABLE, "A period has at most ten years.");

  private final Kind kind;
  private final String sentence;

  MetricsRefusal(Kind kind, String sentence) {
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
