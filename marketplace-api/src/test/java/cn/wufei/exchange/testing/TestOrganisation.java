package cn.wufei.exchange.testing;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import java.util.EnumMap;
import java.util.Map;

/// A verified organisation with a site. Its members join when they are first asked for.
public final class TestOrganisation {

  private final Id id;
  private final String uscc;
  private final String name;
  private final TestMember admin;
  private final Id siteId;
  private final Map<Role, TestMember> members = new EnumMap<>(Role.class);

  TestOrganisation(Id id, String uscc, String name, TestMember admin, Id siteId) {
    this.id = id;
    this.uscc = uscc;
    this.name = name;
    this.admin = admin;
    this.siteId = siteId;
    members.put(Role.ORG_ADMIN, admin);
  }

  public Id id() {
    return id;
  }

  public String uscc() {
    return uscc;
  }

  public String name() {
    return name;
  }

  public Id siteId() {
    return siteId;
  }

  public TestMember admin() {
    return admin;
  }

  public TestMember trader() {
    return member(Role.TRADER);
  }

  public TestMember gate() {
    return member(Role.GATE);
  }

  public TestMember reader() {
    return member(Role.READER);
  }

  private synchronized TestMember member(Role role) {
    return members.computeIfAbsent(role, wanted -> Fixtures.joining(admin, wanted));
  }
}
