package cn.wufei.exchange.matching.standing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/// Why a side does not want a match, which decides when it is shown again.
@Serdeable
@Schema(name = "DismissalReason")
enum DismissalReason {
  /// Until the delivered price is below what it was.
  @JsonProperty("price")
  PRICE,
  /// Until the lot states other qualities.
  @JsonProperty("quality")
  QUALITY,
  /// Until what the lot has available or what the demand has open has grown by a tenth.
  @JsonProperty("quantity")
  QUANTITY,
  /// That pair, until undone.
  @JsonProperty("distance")
  DISTANCE,
  /// Until the window of the lot or of the demand changes.
  @JsonProperty("timing")
  TIMING,
  /// All pairs with that organisation, until undone.
  @JsonProperty("partner")
  PARTNER,
  /// That pair, until undone; needs a note.
  @JsonProperty("other")
  OTHER;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DismissalReason ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
