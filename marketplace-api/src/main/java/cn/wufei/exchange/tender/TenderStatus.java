package cn.wufei.exchange.tender;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a tender stands. Its times hold from their instant on, whether or not the sweep has written
/// it down.
@Serdeable
public enum TenderStatus {
  /// Bids are sealed.
  @JsonProperty("open")
  OPEN,
  /// No bid comes or goes any more; bidders open what they sealed.
  @JsonProperty("opening")
  OPENING,
  /// The seller awards the sale or ends the tender.
  @JsonProperty("awarding")
  AWARDING,
  @JsonProperty("awarded")
  AWARDED,
  /// Too few bids that count at the closing, or none that counts after the opening (流标).
  @JsonProperty("failed")
  FAILED,
  /// The seller took it back before the closing.
  @JsonProperty("cancelled")
  CANCELLED,
  /// The seller gave it up after the opening, with a reason.
  @JsonProperty("ended")
  ENDED,
  /// The seller did nothing until the days to award were over.
  @JsonProperty("lapsed")
  LAPSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TenderStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether the lot is bound by it.
  boolean isLive() {
    return switch (this) {
      case OPEN, OPENING, AWARDING -> true;
      case AWARDED, FAILED, CANCELLED, ENDED, LAPSED -> false;
    };
  }

  /// Whether seller and bidders know who has bid.
  boolean showsBids() {
    return this != OPEN && this != CANCELLED;
  }

  /// Whether nobody opens a bid any more.
  boolean isPastOpening() {
    return switch (this) {
      case AWARDING, AWARDED, FAILED, ENDED, LAPSED -> true;
      case OPEN, OPENING, CANCELLED -> false;
    };
  }
}
