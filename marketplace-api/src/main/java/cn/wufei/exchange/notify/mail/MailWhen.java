package cn.wufei.exchange.notify.mail;

import java.util.Locale;

/// When a member wants mail of a notice.
enum MailWhen {
  NEVER,
  AT_ONCE,
  DAILY;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static MailWhen ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
