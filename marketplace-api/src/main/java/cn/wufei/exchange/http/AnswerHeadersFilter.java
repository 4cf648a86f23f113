package cn.wufei.exchange.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// The headers that every answer carries: what a browser may do with it and who may keep it.
@ServerFilter("/**")
class AnswerHeadersFilter implements Ordered {

  /// Element Plus and ECharts set style attributes, hence the one exception.
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "strict-origin-when-cross-origin");
    String path = request.getPath();
    if (path.startsWith("/api/")) {
      if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
        keep(response, "no-store");
      }
    } else if (path.startsWith("/assets/") && response.code() == HttpStatus.OK.getCode()) {
      keep(response, FOR_A_YEAR);
    } else {
      keep(response, "no-cache");
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private static void keep(MutableHttpResponse<?> response, String value) {
    response.getHeaders().set(HttpHeaders.CACHE_CONTROL, value);
  }
}
