package cn.wufei.exchange.delegation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How far a delegation has come.
@Serdeable
enum DelegationStatus {
  @JsonProperty("offered")
  OFFERED,
  /// Accepted: it works from its first day to its last one.
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /// Not answered in time.
  @JsonProperty("lapsed")
  LAPSED,
  /// By one of the two, before its last day was over.
  @JsonProperty("ended")
  ENDED,
  /// Its last day is over.
  @JsonProperty("expired")
  EXPIRED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DelegationStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
