package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;

/// Keeps keys from what is about people who sign in: a program that signed out would end its key
/// without anybody having revoked it, and none reads mail.
@ServerFilter({
  "/api/v1/session",
  "/api/v1/session/**",
  "/api/v1/me",
  "/api/v1/notice-settings",
  "/api/v1/notice-settings/**"
})
class KeysApartFilter implements Ordered {

  @RequestFilter
  void refuseKeys(HttpRequest<?> request) {
    request
        .getUserPrincipal(Authentication.class)
        .filter(authentication -> authentication.getAttributes().containsKey(AccessTokens.KEY))
        .ifPresent(_ -> Responses.valueOf(Outcome.refused(IdentityRefusal.NOT_FOR_KEYS)));
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after() + 1;
  }
}
