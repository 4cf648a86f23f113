package cn.wufei.exchange.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/// Seen from the organisation that asks.
@Serdeable
enum Direction {
  /// To it: it is the receiver.
  @JsonProperty("in")
  IN,
  /// From it: it is the producer.
  @JsonProperty("out")
  OUT
}
