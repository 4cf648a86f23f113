package cn.wufei.exchange.notify.webhook;

import java.util.Locale;

enum DeliveryStatus {
  /// To be sent when it is due.
  WAITING,
  /// Its webhook is paused; it is sent when that goes on.
  HELD,
  /// The receiver has taken it.
  SENT,
  /// Every attempt failed.
  FAILED,
  /// Its webhook was removed before it was sent.
  DROPPED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
