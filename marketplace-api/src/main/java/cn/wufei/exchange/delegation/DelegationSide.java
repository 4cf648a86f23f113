package cn.wufei.exchange.delegation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// On which side of a delegation a firm stands.
@Serdeable
enum DelegationSide {
  /// For whom is acted.
  @JsonProperty("delegator")
  DELEGATOR,
  /// Who acts.
  @JsonProperty("delegate")
  DELEGATE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DelegationSide ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
