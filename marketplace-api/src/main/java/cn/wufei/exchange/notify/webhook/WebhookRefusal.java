package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.kernel.Refusal;

/// Why something about webhooks is not done, in the order in which the reasons are checked.
enum WebhookRefusal implements Refusal {
  WEBHOOK_URL_INVALID(
      Kind.UNPROCESSABLE,
      "This is not the address of a webhook: https, a host name, no user and no fragment."),
  WEBHOOK_ADDRESS_PRIVATE(
      Kind.UNPROCESSABLE, "Only addresses that are public can be called from here."),
  TOO_MANY_WEBHOOKS(
      Kind.CONFLICT, "Your organisation has as many webhooks as it may have; remove one first."),
  WEBHOOK_NOT_ACTIVE(Kind.CONFLICT, "This webhook is paused; have it go on first."),
  WEBHOOK_NOT_PAUSED(Kind.CONFLICT, "This webhook is not paused."),
  TEST_UNDER_WAY(Kind.CONFLICT, "A test call of this webhook is under way already."),
  DELIVERY_UNDER_WAY(Kind.CONFLICT, "This message waits to be sent already.");

  private final Kind kind;
  private final String sentence;

  WebhookRefusal(Kind kind, String sentence) {
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
