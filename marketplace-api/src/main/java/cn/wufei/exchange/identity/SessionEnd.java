package cn.wufei.exchange.identity;

import java.util.Locale;

/// Why a session ended before its time.
enum SessionEnd {
  SIGNED_OUT,
  TOKEN_REUSED,
  DEACTIVATED,
  SUSPENDED,
  REVOKED;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
