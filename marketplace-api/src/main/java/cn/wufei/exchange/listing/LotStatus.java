package cn.wufei.exchange.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a lot stands. Only the owner withdraws it; it expires when its window is over; it closes by
/// itself when nothing is available or reserved any more, and opens again when a refused load gives
/// something back.
@Serdeable
public enum LotStatus {
  @JsonProperty("published")
  PUBLISHED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  @JsonProperty("expired")
  EXPIRED,
  @JsonProperty("closed")
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LotStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// The status that follows from what is left of the promise.
  LotStatus given(long availableKg, long reservedKg) {
    return switch (this) {
      case WITHDRAWN, EXPIRED -> this;
      case PUBLISHED, CLOSED -> availableKg + reservedKg > 0 ? PUBLISHED : CLOSED;
    };
  }
}
