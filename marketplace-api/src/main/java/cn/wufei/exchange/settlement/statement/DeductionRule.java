package cn.wufei.exchange.settlement.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How moisture above the agreed basis is taken off what is settled.
@Serdeable
enum DeductionRule {
  /// The percentage points above the basis, of what is to settle (扣水).
  @JsonProperty("excess-points")
  EXCESS_POINTS,
  /// As if the load had arrived with the agreed moisture and as much dry matter (折干).
  @JsonProperty("dry-matter")
  DRY_MATTER;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static DeductionRule ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
