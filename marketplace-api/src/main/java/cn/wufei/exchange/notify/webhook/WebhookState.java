package cn.wufei.exchange.notify.webhook;

import java.util.Locale;

enum WebhookState {
  ACTIVE,
  PAUSED,
  /// It is listed no more; its messages are kept as long as others.
  REMOVED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static WebhookState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
