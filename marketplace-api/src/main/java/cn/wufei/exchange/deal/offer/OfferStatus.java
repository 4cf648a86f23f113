package cn.wufei.exchange.deal.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What became of an offer. Only an open one can be answered.
@Serdeable
public enum OfferStatus {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("accepted")
  ACCEPTED,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  @JsonProperty("countered")
  COUNTERED,
  /// Nobody answered it by its last day.
  @JsonProperty("expired")
  EXPIRED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static OfferStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
