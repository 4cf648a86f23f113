package cn.wufei.exchange.deal.calloff;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How far a call-off has come.
@Serdeable
enum CallOffStatus {
  /// In time and within what the seller bound itself to: silence accepts it.
  @JsonProperty("called")
  CALLED,
  /// Late or outside of the flexibility: silence lets it lapse.
  @JsonProperty("requested")
  REQUESTED,
  /// Loads leave against it.
  @JsonProperty("accepted")
  ACCEPTED,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /// Not answered in time, or the agreement ended before it was.
  @JsonProperty("lapsed")
  LAPSED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CallOffStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether it waits for the seller.
  boolean isOpen() {
    return this == CALLED || this == REQUESTED;
  }

  /// Whether its month is taken.
  boolean isLive() {
    return isOpen() || this == ACCEPTED;
  }
}
