package cn.wufei.exchange;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.time.ZoneOffset;
import java.util.TimeZone;

/// Starts the exchange: API, page and, in the embedded shape, the indexer.
@OpenAPIDefinition(info = @Info(title = "Wufei Exchange", version = "v1"))
public final class Application {

  private Application() {}

  /// Every instant in the database is UTC, and the driver converts by the zone of the process.
  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    Micronaut.run(Application.class, args);
  }
}
