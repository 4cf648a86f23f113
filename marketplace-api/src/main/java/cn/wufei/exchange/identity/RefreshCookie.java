package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.ClientConnection;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The cookie that carries the refresh token: out of reach for scripts and for other sites, and
/// sent to the session endpoints only.
@Singleton
class RefreshCookie {

  static final String NAME = "wufei_refresh";
  private static final String PATH = "/api/v1/session";

  private final ClientConnection connection;
  private final boolean alwaysSecure;
  private final Clock clock;

  RefreshCookie(
      ClientConnection connection,
      @Value("${wufei.http.secure-cookies:false}") boolean alwaysSecure,
      Clock clock) {
    this.connection = connection;
    this.alwaysSecure = alwaysSecure;
    this.clock = clock;
  }

  Cookie holding(Session session, HttpRequest<?> request) {
    Duration left = Duration.between(Instant.now(clock), session.refreshExpiresAt());
    return cookie(session.refreshToken(), left, request);
  }

  Cookie cleared(HttpRequest<?> request) {
    return cookie("", Duration.ZERO, request);
  }

  private Cookie cookie(String value, Duration maxAge, HttpRequest<?> request) {
    return Cookie.of(NAME, value)
        .path(PATH)
        .httpOnly(true)
        .secure(alwaysSecure || connection.isSecure(request))
        .sameSite(SameSite.Strict)
        .maxAge(maxAge);
  }
}
