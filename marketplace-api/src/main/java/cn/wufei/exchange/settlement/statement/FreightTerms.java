package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.settlement.Pricing;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Locale;

/// Freight that one side lays out and the other pays back with the statement.
///
/// @param yuan for a load, or for a tonne that was accepted
/// @param payer who pays it back
@Serdeable
public record FreightTerms(
    @NotNull Basis basis,
    @NotNull @DecimalMin("0.01") @DecimalMax("1000000") @Digits(integer = 7, fraction = 2)
        BigDecimal yuan,
    @NotNull Side payer) {

  /// Freight of one load, as the statement counts: positive when the buyer pays.
  long amountFen(long acceptedKg) {
    long fen =
        switch (basis) {
          case PER_LOAD -> Pricing.fen(yuan);
          case PER_T -> Pricing.amountFen(acceptedKg, yuan);
        };
    return payer == Side.BUYER ? fen : -fen;
  }

  /// What the price is for.
  @Serdeable
  public enum Basis {
    @JsonProperty("per-load")
    PER_LOAD,
    @JsonProperty("per-t")
    PER_T;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Basis ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
