package cn.wufei.exchange.demand;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a demand stands. Only the owner withdraws it; it expires when its window is over; it closes
/// by itself when agreements cover it, and opens again when one of them ends short.
@Serdeable
public enum DemandStatus {
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

  static DemandStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// The status that follows from what is still sought.
  DemandStatus given(long openKg) {
    return switch (this) {
      case WITHDRAWN, EXPIRED -> this;
      case PUBLISHED, CLOSED -> openKg > 0 ? PUBLISHED : CLOSED;
    };
  }
}
