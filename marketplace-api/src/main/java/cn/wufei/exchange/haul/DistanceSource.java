package cn.wufei.exchange.haul;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Where a distance comes from.
@Serdeable
public enum DistanceSource {
  /// The great circle times the circuity factor.
  @JsonProperty("estimated")
  ESTIMATED,
  /// The length of a route along roads.
  @JsonProperty("routed")
  ROUTED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static DistanceSource ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
