package cn.wufei.exchange.haul;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// Who invoices the freight that a delivered price includes.
@Serdeable
public enum FreightInvoice {
  /// The seller, together with the goods (一票制).
  @JsonProperty("one-invoice")
  ONE_INVOICE,
  /// The carrier, to the buyer, who pays the seller so much less (两票制).
  @JsonProperty("two-invoice")
  TWO_INVOICE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static FreightInvoice ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
