package cn.wufei.exchange.settlement.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How far a payment has come.
@Serdeable
public enum PaymentStatus {
  /// The payer says so.
  @JsonProperty("recorded")
  RECORDED,
  /// The payee has it.
  @JsonProperty("confirmed")
  CONFIRMED,
  /// The payee does not find it; the payer may record it anew.
  @JsonProperty("rejected")
  REJECTED,
  /// Who recorded it took that back before it was answered.
  @JsonProperty("withdrawn")
  WITHDRAWN;

  /// Whether its bank reference is taken.
  boolean counts() {
    return this == RECORDED || this == CONFIRMED;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PaymentStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
