package cn.wufei.exchange.kernel;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a member may do. A role carries the roles that it includes: an organisation's administrator
/// trades and weighs as well.
public enum Role {
  ORG_ADMIN,
  TRADER,
  GATE,
  READER,
  AUDIT_INDUSTRY,
  AUDIT_ECOLOGY,
  OPERATOR;

  /// The name that travels: `org-admin`, `audit-industry`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Role ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// This role and all that it includes.
  public Set<Role> granted() {
    return switch (this) {
      case ORG_ADMIN -> EnumSet.of(ORG_ADMIN, TRADER, GATE, READER);
      case TRADER -> EnumSet.of(TRADER, READER);
      case GATE -> EnumSet.of(GATE, READER);
      case READER, AUDIT_INDUSTRY, AUDIT_ECOLOGY, OPERATOR -> EnumSet.of(this);
    };
  }

  public List<String> grantedCodes() {
    return granted().stream().map(Role::code).toList();
  }

  /// Whether the role sees every organisation's trade, as a supervising authority does.
  public boolean seesAll() {
    return this == AUDIT_INDUSTRY || this == AUDIT_ECOLOGY || this == OPERATOR;
  }
}
