package cn.wufei.exchange.listing.coverage;

import cn.wufei.exchange.kernel.Refusal;

/// Why it is not said how a stream would cover a lot.
enum CoverageRefusal implements Refusal {
  WINDOW_TOO_LONG(Kind.UNPROCESSABLE, "A window reaches at most three years ahead.");

  private final Kind kind;
  private final String sentence;

  CoverageRefusal(Kind kind, String sentence) {
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
