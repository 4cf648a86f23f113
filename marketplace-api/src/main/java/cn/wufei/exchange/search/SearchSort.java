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
  /// Lots: the lowest price ex works. Demands: the highest limit.
  @JsonProperty("price")
  PRICE,
  /// How well the results fit the caller's own demand or lot that the search names; those that have
  /// nothing to do with it are left out.
  @JsonProperty("match")
  MATCH,
  @JsonProperty("quantity")
  QUANTITY,
  @JsonProperty("newest")
  NEWEST
}
