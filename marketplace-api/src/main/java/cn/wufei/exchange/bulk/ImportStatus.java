package cn.wufei.exchange.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How far an import is.
@Serdeable
enum ImportStatus {
  @JsonProperty("queued")
  QUEUED,
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("ended")
  ENDED,
  /// Broken off by the firm; what was recorded stays.
  @JsonProperty("cancelled")
  CANCELLED,
  /// The file as a whole could not be read.
  @JsonProperty("failed")
  FAILED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  boolean isOver() {
    return this == ENDED || this == CANCELLED || this == FAILED;
  }
}
