package cn.wufei.exchange.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a lot can be loaded. The catalog knows ways of haulage for reckoning freight, but no kinds
/// of vehicles; these are what plants name in their notices for bulk by-products.
@Serdeable
public enum LoadingMode {
  /// Loose into an open truck that tips, by wheel loader or chute.
  @JsonProperty("bulk-tipper")
  BULK_TIPPER,
  /// From a silo into a tank truck, dry.
  @JsonProperty("tanker")
  TANKER,
  /// In bags of about a tonne.
  @JsonProperty("big-bags")
  BIG_BAGS,
  /// Into railway wagons at the site's siding.
  @JsonProperty("rail-wagon")
  RAIL_WAGON,
  /// Into a vessel at the site's wharf.
  @JsonProperty("barge")
  BARGE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static LoadingMode ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
