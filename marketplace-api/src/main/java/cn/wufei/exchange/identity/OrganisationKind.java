package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Role;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What an organisation is here for, and therefore which roles its members may have.
enum OrganisationKind {
  PRODUCER,
  RECEIVER,
  PRODUCER_RECEIVER,
  AUTHORITY,
  PLATFORM;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static OrganisationKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  Set<Role> roles() {
    return switch (this) {
      case PRODUCER, RECEIVER, PRODUCER_RECEIVER ->
          EnumSet.of(Role.ORG_ADMIN, Role.TRADER, Role.GATE, Role.READER);
      case AUTHORITY -> EnumSet.of(Role.AUDIT_INDUSTRY, Role.AUDIT_ECOLOGY);
      case PLATFORM -> EnumSet.of(Role.OPERATOR);
    };
  }

  /// What the first member may be: somebody has to be able to let the others in.
  Set<Role> firstRoles() {
    return switch (this) {
      case PRODUCER, RECEIVER, PRODUCER_RECEIVER -> EnumSet.of(Role.ORG_ADMIN);
      case AUTHORITY, PLATFORM -> roles();
    };
  }

  /// Whether it makes or takes waste, as against watching or running the exchange.
  boolean isFirm() {
    return switch (this) {
      case PRODUCER, RECEIVER, PRODUCER_RECEIVER -> true;
      case AUTHORITY, PLATFORM -> false;
    };
  }
}
