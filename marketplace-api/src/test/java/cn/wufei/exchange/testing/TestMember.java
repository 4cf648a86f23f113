package cn.wufei.exchange.testing;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;

/// A member who has signed in.
public record TestMember(
    String login, String password, Id memberId, Id organisationId, Role role, String accessToken) {

  static TestMember signedIn(String login, String password) {
    Http.Answer session =
        Http.anonymous()
            .post("/session", java.util.Map.of("login", login, "password", password))
            .expect(200);
    return new TestMember(
        login,
        password,
        Id.parse(session.text("me/memberId")),
        Id.parse(session.text("me/organisation/id")),
        Role.ofCode(session.text("me/role")),
        session.text("accessToken"));
  }

  /// For calling a use case without HTTP.
  public Caller caller() {
    return new Caller(memberId, organisationId, role);
  }
}
