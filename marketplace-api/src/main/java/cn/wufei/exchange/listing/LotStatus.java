package cn.wufei.exchange.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a lot stands. Only the owner pauses it, puts it back or withdraws it; it expires when its
/// window is over, paused or not; it closes by itself when nothing is available or reserved any
/// more, and opens again when a refused load gives something back.
@Serdeable
public enum LotStatus {
  @JsonProperty("published")
  PUBLISHED,
  @JsonProperty("paused")
  PAUSED,
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
      case PAUSED -> availableKg + reservedKg > 0 ? PAUSED : CLOSED;
      case PUBLISHED, CLOSED -> availableKg + reservedKg > 0 ? PUBLISHED : CLOSED;
    };
  }

  /// Whether its owner cannot bring it to the market any more.
  boolean isOver() {
    return switch (this) {
      case PUBLISHED, PAUSED -> false;
      case WITHDRAWN, EXPIRED, CLOSED -> true;
    };
  }
}
