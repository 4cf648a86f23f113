package cn.wufei.exchange.stream;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a quantity was found. Most plant tonnes never cross a truck scale.
enum MeasuringMethod {
  @JsonProperty("truck-scale")
  TRUCK_SCALE,
  @JsonProperty("belt-scale")
  BELT_SCALE,
  @JsonProperty("draft-survey")
  DRAFT_SURVEY,
  @JsonProperty("monthly-statement")
  MONTHLY_STATEMENT,
  @JsonProperty("estimate")
  ESTIMATE
}
