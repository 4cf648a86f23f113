package cn.wufei.exchange;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/// Starts the exchange: API, page and, in the embedded shape, the indexer.
@OpenAPIDefinition(info = @Info(title = "Wufei Exchange", version = "v1"))
public final class Application {

  private Application() {}

  public static void main(String[] args) {
    Micronaut.run(Application.class, args);
  }
}
