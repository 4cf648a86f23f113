package cn.wufei.exchange.deal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// One of the two parties.
@Serdeable
public enum Side {
  @JsonProperty("seller")
  SELLER,
  @JsonProperty("buyer")
  BUYER;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Side ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
