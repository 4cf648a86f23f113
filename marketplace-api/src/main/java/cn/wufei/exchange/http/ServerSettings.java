package cn.wufei.exchange.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in front of the server: `trustedProxies` are addresses or CIDR blocks whose
/// forwarding headers are believed, `allowedOrigins` are origins besides the page's own.
@ConfigurationProperties("wufei.http")
record ServerSettings(
    @Nullable List<String> trustedProxies,
    @Nullable List<String> allowedOrigins,
    @Bindable(defaultValue = "false") boolean secureCookies) {

  ServerSettings {
    trustedProxies = filled(trustedProxies);
    allowedOrigins = filled(allowedOrigins);
  }

  private static List<String> filled(@Nullable List<String> given) {
    return given == null
        ? List.of()
        : given.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
