package cn.wufei.exchange.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/// Which results come first.
@Serdeable
enum SearchSort {
  @JsonProperty("relevance")
  RELEVANCE,
  /// Lots: the lowest price at the caller's gate. Demands: the most that is left of their limit
  /// after freight.
  @JsonProperty("delivered")
  DELIVERED,
  @JsonProperty("distance")
  DISTANCE,
  @JsonProperty("quantity")
  QUANTITY,
  @JsonProperty("newest")
  NEWEST
}
