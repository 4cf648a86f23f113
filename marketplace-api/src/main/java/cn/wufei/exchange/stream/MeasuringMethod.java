package cn.wufei.exchange.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a quantity was found. Most plant tonnes never cross a truck scale.
@Serdeable
enum MeasuringMethod {
  @JsonProperty("truck-scale")
  TRUCK_SCALE,
  @JsonProperty("belt-scale")
  BELT_SCALE,
  @JsonProperty("rail-scale")
  RAIL_SCALE,
  @JsonProperty("draft-survey")
  DRAFT_SURVEY,
  @JsonProperty("monthly-statement")
  MONTHLY_STATEMENT,
  @JsonProperty("estimate")
  ESTIMATE;

  static MeasuringMethod ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
