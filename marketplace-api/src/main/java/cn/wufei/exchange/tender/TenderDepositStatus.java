package cn.wufei.exchange.tender;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a deposit for a tender stands.
@Serdeable
public enum TenderDepositStatus {
  /// The bidder says that it was transferred.
  @JsonProperty("recorded")
  RECORDED,
  /// The seller has it.
  @JsonProperty("confirmed")
  CONFIRMED,
  @JsonProperty("rejected")
  REJECTED,
  /// The seller paid it back.
  @JsonProperty("released")
  RELEASED,
  /// The seller keeps it.
  @JsonProperty("forfeited")
  FORFEITED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TenderDepositStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
