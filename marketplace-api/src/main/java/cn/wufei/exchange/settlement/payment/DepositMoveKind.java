package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.ledger.TransferKind;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What becomes of a deposit.
@Serdeable
enum DepositMoveKind {
  /// It goes back to who lodged it.
  @JsonProperty("release")
  RELEASE(TransferKind.DEPOSIT_RELEASED),
  /// The holder keeps it, for a reason that both see.
  @JsonProperty("forfeit")
  FORFEIT(TransferKind.DEPOSIT_FORFEITED),
  /// It meets what who lodged it owes the holder.
  @JsonProperty("offset")
  OFFSET(TransferKind.DEPOSIT_OFFSET);

  private final TransferKind transfer;

  DepositMoveKind(TransferKind transfer) {
    this.transfer = transfer;
  }

  TransferKind transfer() {
    return transfer;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DepositMoveKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
