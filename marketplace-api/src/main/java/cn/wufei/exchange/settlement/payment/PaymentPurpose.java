package cn.wufei.exchange.settlement.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What a payment is for.
@Serdeable
enum PaymentPurpose {
  /// Settles what the payer owes; what goes beyond it is paid ahead.
  @JsonProperty("due")
  DUE,
  /// Paid ahead, whatever is owed.
  @JsonProperty("prepayment")
  PREPAYMENT,
  /// Gives back what the payee had paid ahead.
  @JsonProperty("refund")
  REFUND;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PaymentPurpose ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
