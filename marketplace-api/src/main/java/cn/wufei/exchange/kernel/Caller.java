package cn.wufei.exchange.kernel;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/// Who is asking: a member, and the organisation for which the member acts. Every query is scoped
/// by it. As a `Principal` it is no part of a request in the description of the API.
///
/// @param delegate under what the member acts for an organisation that is not its own; nothing
///   where it acts for its own
public record Caller(Id memberId, Id organisationId, Role role, @Nullable Delegate delegate)
    implements Principal {

  /// Who acts for its own organisation.
  public Caller(Id memberId, Id organisationId, Role role) {
    this(memberId, organisationId, role, null);
  }

  /// @param organisationId the member's own firm
  /// @param delegationId under which it acts
  public record Delegate(Id organisationId, Id delegationId) {}

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
