package cn.wufei.exchange.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Where a load is. It ends once: received, perhaps in part, or refused as a whole.
@Serdeable
public enum LoadStatus {
  @JsonProperty("in-transit")
  IN_TRANSIT,
  @JsonProperty("received")
  RECEIVED,
  @JsonProperty("refused")
  REFUSED,
  /// Never left: its dispatch was taken back.
  @JsonProperty("voided")
  VOIDED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static LoadStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
