package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.sql.IdAttribute;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;

/// A person or machine that acts for one organisation in one role.
@MappedEntity("identity_member")
record Member(
    @io.micronaut.data.annotation.Id @TypeDef(type = DataType.LONG, converter = IdAttribute.class)
        Id id,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) Id organisationId,
    String login,
    String name,
    String role,
    String passwordHash,
    boolean active,
    boolean program,
    Instant createdAt,
    long version) {

  /// In place of a password's hash; nothing that is typed is checked against it.
  private static final String NO_PASSWORD = "";

  static Member joining(
      Id organisationId, String login, String name, Role role, String passwordHash, Instant now) {
    return new Member(
        Id.next(), organisationId, login, name, role.code(), passwordHash, true, false, now, 1);
  }

  /// A program, which has a key and neither a password nor a login that could be typed: what is
  /// typed is made small.
  static Member program(Id organisationId, String name, Role role, Instant now) {
    Id id = Id.next();
    return new Member(
        id, organisationId, "KEY-" + id, name, role.code(), NO_PASSWORD, true, true, now, 1);
  }

  Member deactivated() {
    return new Member(
        id,
        organisationId,
        login,
        name,
        role,
        passwordHash,
        false,
        program,
        createdAt,
        version + 1);
  }

  /// Whether the member can let others in.
  boolean isActiveAdministrator() {
    return active && (role.equals(Role.ORG_ADMIN.code()) || role.equals(Role.OPERATOR.code()));
  }

  /// Never shows the password's hash.
  @Override
  public String toString() {
    return "Member[" + id + ", " + login + ", " + role + "]";
  }
}
