package cn.wufei.exchange.price;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// What a price per tonne is the price of.
@Serdeable
@Schema(name = "PricedTonne")
public enum Tonne {
  /// A tonne as it was weighed, less what is deducted.
  @JsonProperty("wet")
  WET,
  /// A tonne without its water (干吨).
  @JsonProperty("dry")
  DRY
}
