package cn.wufei.exchange.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Whether a lot's tonnes lie there or are still to arise.
@Serdeable
public enum QuantityKind {
  @JsonProperty("estimate")
  ESTIMATE,
  @JsonProperty("firm")
  FIRM;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static QuantityKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
