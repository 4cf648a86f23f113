package cn.wufei.exchange.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What the buyer makes of a sample.
@Serdeable
enum SampleVerdict {
  @JsonProperty("suitable")
  SUITABLE,
  @JsonProperty("unsuitable")
  UNSUITABLE,
  /// The buyer keeps it to itself, or could not tell.
  @JsonProperty("no-statement")
  NO_STATEMENT;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SampleVerdict ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
