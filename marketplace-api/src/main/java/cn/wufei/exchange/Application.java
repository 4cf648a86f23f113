package cn.wufei.exchange;

import cn.wufei.exchange.local.LocalShape;
import cn.wufei.local.LocalServicesException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TimeZone;

/// Starts the exchange: API, page and, in the embedded shape (`WUFEI_ENVIRONMENT=local`), the
/// database, Elasticsearch and the indexer with it. Every setting is an environment variable
/// `WUFEI_...`.
@OpenAPIDefinition(info = @Info(title = "Wufei Exchange", version = "v1"))
public final class Application {

  private static final int EXIT_CANNOT_START = 1;

  private Application() {}

  /// Every instant in the database is UTC, and the driver converts by the zone of the process.
  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    if (!LocalShape.isAsked(System.getenv())) {
      start(args, Map.of());
      return;
    }
    try {
      LocalShape shape = LocalShape.start(System.getenv());
      shape.stopAfter(start(args, shape.settings(), LocalShape.ENVIRONMENT));
    } catch (LocalServicesException e) {
      fail(e);
    }
  }

  private static ApplicationContext start(
      String[] args, Map<String, Object> settings, String... environments) {
    return Micronaut.build(args)
        .mainClass(Application.class)
        .properties(settings)
        .environments(environments)
        .start();
  }

  @SuppressWarnings("SystemOut")
  private static void fail(LocalServicesException e) {
    System.err.println(e.getMessage());
    System.exit(EXIT_CANNOT_START);
  }
}
