package cn.wufei.exchange.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;

/// What the exchange says of itself to machines: the description of its API and its measurements.
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class DescriptionController {

  private static final String DESCRIPTION = "classpath:META-INF/swagger/wufei-exchange-v1.yml";

  private final ResourceResolver resources;
  private final PrometheusMeterRegistry measurements;

  DescriptionController(ResourceResolver resources, PrometheusMeterRegistry measurements) {
    this.resources = resources;
    this.measurements = measurements;
  }

  @Get(uri = "/openapi.yml", produces = "application/yaml")
  StreamedFile openapi() {
    InputStream description =
        resources
            .getResourceAsStream(DESCRIPTION)
            .orElseThrow(() -> new IllegalStateException("the build left out " + DESCRIPTION));
    return new StreamedFile(description, MediaType.of("application/yaml"));
  }

  @Get(uri = "/metrics", produces = MediaType.TEXT_PLAIN)
  String metrics() {
    return measurements.scrape();
  }
}
