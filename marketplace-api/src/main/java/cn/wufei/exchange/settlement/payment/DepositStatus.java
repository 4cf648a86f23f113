package cn.wufei.exchange.settlement.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How far a deposit has come.
@Serdeable
public enum DepositStatus {
  /// Who lodged it says so.
  @JsonProperty("recorded")
  RECORDED,
  /// The holder has it, or had it: how much is left stands beside.
  @JsonProperty("held")
  HELD,
  /// The holder does not find it.
  @JsonProperty("rejected")
  REJECTED,
  /// Who recorded it took that back before it was answered.
  @JsonProperty("withdrawn")
  WITHDRAWN;

  /// Whether its bank reference is taken.
  boolean counts() {
    return this == RECORDED || this == HELD;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DepositStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
