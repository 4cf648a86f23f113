package cn.wufei.exchange.settlement.invoice;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Whether the receiver may deduct the tax on it.
@Serdeable
enum InvoiceKind {
  /// 增值税专用发票.
  @JsonProperty("special")
  SPECIAL,
  /// 增值税普通发票.
  @JsonProperty("ordinary")
  ORDINARY;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static InvoiceKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
