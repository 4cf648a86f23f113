package cn.wufei.exchange.identity;

import java.util.Locale;

/// How far an authority trusts an organisation: only a verified one trades.
enum OrganisationStatus {
  PENDING,
  VERIFIED,
  SUSPENDED,
  REJECTED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OrganisationStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether an authority may decide so about an organisation that stands here.
  boolean allows(OrganisationStatus decision) {
    return switch (this) {
      case PENDING -> decision == VERIFIED || decision == REJECTED;
      case VERIFIED -> decision == SUSPENDED;
      case SUSPENDED, REJECTED -> decision == VERIFIED;
    };
  }
}
