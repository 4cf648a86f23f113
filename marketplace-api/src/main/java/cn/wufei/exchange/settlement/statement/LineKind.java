package cn.wufei.exchange.settlement.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What a line of a statement is.
@Serdeable
public enum LineKind {
  /// A load as it was received.
  @JsonProperty("load")
  LOAD,
  /// An earlier line once more, with the opposite sign.
  @JsonProperty("reversal")
  REVERSAL,
  /// What it should have been.
  @JsonProperty("replacement")
  REPLACEMENT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LineKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
