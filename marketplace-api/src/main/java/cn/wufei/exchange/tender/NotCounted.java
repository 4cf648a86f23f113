package cn.wufei.exchange.tender;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Why a bid does not count.
@Serdeable
public enum NotCounted {
  /// The seller had not confirmed its deposit by the closing.
  @JsonProperty("no-deposit")
  NO_DEPOSIT,
  @JsonProperty("unopened")
  UNOPENED,
  @JsonProperty("below-minimum")
  BELOW_MINIMUM;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
