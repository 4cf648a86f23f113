package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/// Refuses what one address asks too often, before anything else is done for it.
@ServerFilter("/api/**")
class RateLimitFilter implements Ordered {

  private final RateLimits limits;
  private final ClientConnection connection;

  RateLimitFilter(RateLimits limits, ClientConnection connection) {
    this.limits = limits;
    this.connection = connection;
  }

  @RequestFilter
  void count(HttpRequest<?> request) {
    String address = connection.countedAddress(request);
    take(RateLimits.Limit.API, address);
    if (request.getMethod() == HttpMethod.POST) {
      switch (request.getPath()) {
        case "/api/v1/session", "/api/v1/bootstrap" -> take(RateLimits.Limit.SIGN_IN, address);
        case "/api/v1/organisations" -> take(RateLimits.Limit.SIGN_UP, address);
        default -> {}
      }
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before() - 10;
  }

  private void take(RateLimits.Limit limit, String address) {
    long waitSeconds = limits.take(limit, address);
    if (waitSeconds > 0) {
      throw new RefusedException(
          Outcome.refused(HttpRefusal.TOO_MANY_REQUESTS).with("retryAfterSeconds", waitSeconds));
    }
  }
}
