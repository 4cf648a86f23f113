package cn.wufei.exchange.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a lot is sold.
@Serdeable
public enum SaleMethod {
  /// Offers and counter-offers between one seller and one buyer.
  @JsonProperty("negotiation")
  NEGOTIATION;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SaleMethod ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
