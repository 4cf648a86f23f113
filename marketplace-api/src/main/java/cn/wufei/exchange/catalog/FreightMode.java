package cn.wufei.exchange.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How tonnes travel from end to end. In the order in which they are preferred at equal freight.
@Serdeable
public enum FreightMode {
  @JsonProperty("road")
  ROAD,
  @JsonProperty("rail")
  RAIL,
  @JsonProperty("water")
  WATER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FreightMode ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
