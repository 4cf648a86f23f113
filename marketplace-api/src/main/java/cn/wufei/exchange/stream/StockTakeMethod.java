package cn.wufei.exchange.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a yard was counted. A [#DECLARATION] is what somebody stated, not a count: it is held
/// against the ledger and clears nothing.
@Serdeable
enum StockTakeMethod {
  @JsonProperty("survey")
  SURVEY,
  @JsonProperty("volume-density")
  VOLUME_DENSITY,
  @JsonProperty("scale-count")
  SCALE_COUNT,
  @JsonProperty("book")
  BOOK,
  @JsonProperty("declaration")
  DECLARATION;

  boolean counts() {
    return this != DECLARATION;
  }

  static StockTakeMethod ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
