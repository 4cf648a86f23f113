package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Refusal;

/// Reasons that lie in the request's headers.
enum HttpRefusal implements Refusal {
  IDEMPOTENCY_KEY_REUSED(
      Kind.UNPROCESSABLE, "This Idempotency-Key was used before with another request.");

  private final Kind kind;
  private final String sentence;

  HttpRefusal(Kind kind, String sentence) {
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
