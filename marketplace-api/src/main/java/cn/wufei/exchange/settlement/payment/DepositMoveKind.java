package cn.wufei.exchange.settlement.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What becomes of a deposit.
@Serdeable
enum DepositMoveKind {
  /// It goes back to who lodged it, and moves once that one confirms.
  @JsonProperty("release")
  RELEASE,
  /// The holder keeps it, for a reason that both see.
  @JsonProperty("forfeit")
  FORFEIT,
  /// It meets what who lodged it owes the holder.
  @JsonProperty("offset")
  OFFSET;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DepositMoveKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
