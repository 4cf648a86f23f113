package cn.wufei.exchange.correction;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Where a correction stands. Only an applied one changes anything.
@Serdeable
enum CorrectionStatus {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("applied")
  APPLIED,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /// Nobody answered in time. Never stored: an open one is expired when its time is over.
  @JsonProperty("expired")
  EXPIRED;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static CorrectionStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
