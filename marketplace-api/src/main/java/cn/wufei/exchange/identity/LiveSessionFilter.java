package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;

/// Refuses access tokens whose session, member or organisation has been put out of action since
/// they were issued.
@ServerFilter("/api/**")
class LiveSessionFilter implements Ordered {

  private final LiveSessions sessions;

  LiveSessionFilter(LiveSessions sessions) {
    this.sessions = sessions;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void refuseEnded(HttpRequest<?> request) {
    request
        .getUserPrincipal(Authentication.class)
        .filter(authentication -> !isLive(authentication))
        .ifPresent(_ -> {
          throw new AuthorizationException(null);
        });
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  private boolean isLive(Authentication authentication) {
    Object session = authentication.getAttributes().get(AccessTokens.SESSION);
    return session != null && sessions.isLive(Id.parse(session.toString()));
  }
}
