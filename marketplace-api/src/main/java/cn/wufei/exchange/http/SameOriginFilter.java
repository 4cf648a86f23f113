package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.List;

/// Keeps other sites from using the refresh cookie. The cookie is SameSite=Strict already; this
/// holds where a browser does not know that, or where a neighbour under the same domain is hostile.
@ServerFilter({"/api/v1/session", "/api/v1/session/**"})
class SameOriginFilter implements Ordered {

  private final ClientConnection connection;
  private final List<String> allowed;

  SameOriginFilter(ClientConnection connection, ServerSettings settings) {
    this.connection = connection;
    this.allowed = settings.allowedOrigins() == null ? List.of() : settings.allowedOrigins();
  }

  @RequestFilter
  void refuseForeign(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null
        && !origin.equalsIgnoreCase(connection.ownOrigin(request))
        && !allowed.contains(origin)) {
      Responses.valueOf(Outcome.refused(HttpRefusal.ORIGIN_REFUSED));
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }
}
