package cn.wufei.exchange.deal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Whose laboratory result decides about quality.
@Serdeable
public enum Assay {
  @JsonProperty("seller")
  SELLER,
  @JsonProperty("buyer")
  BUYER,
  @JsonProperty("third-party")
  THIRD_PARTY;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Assay ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
