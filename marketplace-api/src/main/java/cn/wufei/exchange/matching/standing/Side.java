package cn.wufei.exchange.matching.standing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// What of a pair is one's own.
@Serdeable
@Schema(name = "MatchSide")
enum Side {
  @JsonProperty("lot")
  LOT,
  @JsonProperty("demand")
  DEMAND
}
