package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Refusal;

/// Reasons that lie in how a request comes, not in what it asks.
enum HttpRefusal implements Refusal {
  TOO_MANY_REQUESTS(Kind.TOO_MANY, "Too many requests from your address; wait a little."),
  ORIGIN_REFUSED(Kind.FORBIDDEN, "This page may not use the session of the exchange."),
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
