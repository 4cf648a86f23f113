package cn.wufei.exchange.notify.webhook;

import java.util.Locale;

/// Why a receiver has not taken a message.
enum Failure {
  /// The name leads to an address that must not be called.
  ADDRESS_REFUSED,
  UNKNOWN_HOST,
  /// Nothing accepts connections there.
  UNREACHABLE,
  /// No safe connection: the certificate is not good for the name, for instance.
  TLS,
  TIMEOUT,
  /// The connection ended before an answer.
  BROKEN,
  /// A redirection, which is not followed.
  REDIRECT,
  /// An answer that is not 2xx.
  ANSWER;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
