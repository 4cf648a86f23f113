package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import java.util.Optional;

/// The caller of a request: who its access token names, acting for its own organisation unless it
/// was found on the way that it acts for another.
public final class Callers {

  private static final String ATTRIBUTE = Callers.class.getName();

  private Callers() {}

  /// Nobody where nobody has signed in.
  public static Optional<Caller> of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Caller.class)
        .or(() -> request.getUserPrincipal(Authentication.class).map(Callers::signedIn));
  }

  /// Who has signed in, acting for its own organisation.
  public static Caller signedIn(Authentication authentication) {
    Map<String, Object> claims = authentication.getAttributes();
    return new Caller(
        Id.parse(authentication.getName()),
        Id.parse(String.valueOf(claims.get(AccessTokens.ORGANISATION))),
        Role.ofCode(String.valueOf(claims.get(AccessTokens.ROLE))));
  }

  /// Whether a program came with its key.
  public static boolean isKey(Authentication authentication) {
    return authentication.getAttributes().containsKey(AccessTokens.KEY);
  }

  /// Has everything that follows in this request take that caller. Whoever calls it has checked
  /// that it may act so.
  public static void actAs(HttpRequest<?> request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }
}
