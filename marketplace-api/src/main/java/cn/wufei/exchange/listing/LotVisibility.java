package cn.wufei.exchange.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Who finds a published lot. Whom its seller keeps away from, or who keeps away from its seller,
/// does not find it either way.
@Serdeable
public enum LotVisibility {
  /// All who have signed in.
  @JsonProperty("public")
  PUBLIC,
  /// Buyers of whom the seller has an approval that is valid today, and the authorities.
  @JsonProperty("approved-buyers")
  APPROVED_BUYERS;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static LotVisibility ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
