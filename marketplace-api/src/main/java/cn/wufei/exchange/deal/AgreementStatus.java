package cn.wufei.exchange.deal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Whether loads may still leave under an agreement.
@Serdeable
public enum AgreementStatus {
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("cancelled")
  CANCELLED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static AgreementStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
