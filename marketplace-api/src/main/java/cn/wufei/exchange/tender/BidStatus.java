package cn.wufei.exchange.tender;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a bid stands.
@Serdeable
public enum BidStatus {
  @JsonProperty("sealed")
  SEALED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  @JsonProperty("opened")
  OPENED,
  /// Opened, and its price is below the least one.
  @JsonProperty("below-minimum")
  BELOW_MINIMUM,
  /// Its bidder did not open it in time.
  @JsonProperty("unopened")
  UNOPENED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static BidStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
