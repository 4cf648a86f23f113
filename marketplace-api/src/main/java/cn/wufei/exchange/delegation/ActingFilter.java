package cn.wufei.exchange.delegation;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.identity.Callers;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Has a member act for the organisation that the request names in `Wufei-Acting-For`, where its
/// own firm may. Comes after the token was checked and the role that the route asks for. A request
/// without the header costs nothing here.
@ServerFilter("/api/**")
class ActingFilter implements Ordered {

  static final String HEADER = "Wufei-Acting-For";
  private static final int AFTER_LIVE_SESSIONS = 2;

  private final ActFor actFor;

  ActingFilter(ActFor actFor) {
    this.actFor = actFor;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void act(HttpRequest<?> request) {
    List<String> named = request.getHeaders().getAll(HEADER);
    Optional<Authentication> signedIn = request.getUserPrincipal(Authentication.class);
    if (named.isEmpty() || signedIn.isEmpty()) {
      return;
    }
    Authentication authentication = signedIn.get();
    Callers.actAs(
        request,
        Responses.valueOf(
            actFor.handle(
                Callers.signedIn(authentication),
                Callers.isKey(authentication),
                named.size() == 1 ? idOf(named.getFirst()) : null,
                scopeOf(request))));
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after() + AFTER_LIVE_SESSIONS;
  }

  /// By the route that was found for the request, so that it cannot be written in another way.
  private static @Nullable DelegationScope scopeOf(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .filter(UriRouteInfo.class::isInstance)
        .map(route -> ((UriRouteInfo<?, ?>) route).getUriMatchTemplate().toString())
        .map(template -> template.replaceAll("\\{\\?[^}]*}", ""))
        .map(template -> DelegatedRoutes.needed(request.getMethodName(), template))
        .orElse(null);
  }

  private static @Nullable Id idOf(String text) {
    try {
      return Id.parse(text.strip());
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
