package cn.wufei.exchange.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// What a member holds after signing in: the view goes into the body, the refresh token only into
/// the cookie.
record Session(SessionView view, String refreshToken, Instant refreshExpiresAt) {

  @Serdeable
  @Schema(name = "Session")
  record SessionView(String accessToken, Instant expiresAt, Me me) {

    /// Never shows the token.
    @Override
    public String toString() {
      return "SessionView[" + me.login() + " until " + expiresAt + "]";
    }
  }

  /// Never shows the tokens.
  @Override
  public String toString() {
    return "Session[" + view + "]";
  }
}
