package cn.wufei.exchange.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.types.files.SystemFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Answers addresses that only the web page knows, such as `/lots`, with the page itself, so that
/// they can be opened, reloaded and sent to somebody.
@ServerFilter("/**")
class PageFallbackFilter implements Ordered {

  private static final List<String> NOT_THE_PAGES =
      List.of("/api/", "/assets/", "/openapi.yml", "/health", "/metrics");

  private final Path page;

  PageFallbackFilter(@Value("${wufei.web.dir:web}") String webDir) {
    this.page = Path.of(webDir, "index.html");
  }

  @ResponseFilter
  HttpResponse<?> page(HttpRequest<?> request, MutableHttpResponse<?> response) {
    boolean isMissed =
        response.code() == HttpStatus.NOT_FOUND.getCode()
            && request.getMethod() == HttpMethod.GET
            && NOT_THE_PAGES.stream().noneMatch(request.getPath()::startsWith)
            && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
    return isMissed && Files.isRegularFile(page)
        ? HttpResponse.ok(new SystemFile(page.toFile(), MediaType.TEXT_HTML_TYPE))
        : response;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 100;
  }
}
