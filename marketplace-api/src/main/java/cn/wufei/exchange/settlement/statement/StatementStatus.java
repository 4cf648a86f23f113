package cn.wufei.exchange.settlement.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How far a statement has come.
@Serdeable
public enum StatementStatus {
  /// Drafted by one side; the other agrees or disputes.
  @JsonProperty("proposed")
  PROPOSED,
  /// The other side gave a reason against it; it may still agree, and either may withdraw it.
  @JsonProperty("disputed")
  DISPUTED,
  /// By both; its sum is due, and it never changes again.
  @JsonProperty("agreed")
  AGREED,
  @JsonProperty("withdrawn")
  WITHDRAWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static StatementStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  boolean isOpen() {
    return this == PROPOSED || this == DISPUTED;
  }
}
