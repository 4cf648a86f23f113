package cn.wufei.exchange.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Why the exchange ended a request.
@Serdeable
enum OvertakenBy {
  /// The offer or tender was answered, withdrawn or ended, or is another version now; or the tender
  /// would go to another bidder, or the price of the lot holds elsewhere.
  @JsonProperty("moved-on")
  MOVED_ON,
  /// The last day on which it could have been done is over.
  @JsonProperty("time-over")
  TIME_OVER,
  /// Who asked does not act for the firm any more.
  @JsonProperty("asker-left")
  ASKER_LEFT;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static OvertakenBy ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
