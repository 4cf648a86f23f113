package cn.wufei.exchange.kernel;

import java.security.Principal;

/// Who is asking: a member, and the organisation for which the member acts. Every query is scoped
/// by it. As a `Principal` it is no part of a request in the description of the API.
public record Caller(Id memberId, Id organisationId, Role role) implements Principal {

  @Override
  public String getName() {
    return memberId.toString();
  }

  public boolean may(Role needed) {
    return role.granted().contains(needed);
  }

  /// Whether a thing of that organisation is the caller's own or open to the caller as an
  /// authority.
  public boolean maySee(Id owner) {
    return organisationId.equals(owner) || role.seesAll();
  }
}
