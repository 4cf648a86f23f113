package cn.wufei.exchange.notify.webhook;

import java.util.Locale;

enum PauseReason {
  /// An administrator wanted it.
  ASKED,
  /// Too many attempts failed in a row.
  FAILURES,
  /// The organisation was suspended.
  SUSPENDED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
