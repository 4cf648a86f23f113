package cn.wufei.exchange.haul;

import cn.wufei.exchange.catalog.Catalog;
import io.micronaut.json.JsonMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// Hauls by other rates than those of the running exchange.
public final class HaulFixture {

  private HaulFixture() {}

  /// By the estimate, with the rates of a directory of reference data.
  public static Hauls estimating(Path reference) {
    return new Hauls(
        Catalog.readFrom(reference),
        new HaulConfiguration(
            1.3, null, Duration.ofMillis(500), Duration.ofSeconds(30), 1_000, 100),
        JsonMapper.createDefault(),
        Clock.systemUTC());
  }
}
