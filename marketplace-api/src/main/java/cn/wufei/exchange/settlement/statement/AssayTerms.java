package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.price.Amounts;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was measured of a batch, what the parties hold to be free of deduction, and the rule.
///
/// @param moistureBasisPct moisture up to this is paid for
/// @param impurityBasisPct impurity up to this is paid for
@Serdeable
record AssayTerms(
    @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal moisturePct,
    @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal impurityPct,
    @NotNull @DecimalMin("0") @DecimalMax("99.99") @Digits(integer = 2, fraction = 2)
        BigDecimal moistureBasisPct,
    @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal impurityBasisPct,
    @NotNull DeductionRule deductionRule) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// Such a report leaves the deduction that was stated at receipt.
  boolean measuresNothing() {
    return moisturePct == null && impurityPct == null;
  }

  /// What of a load is not settled, rounded half up once; never more than there is.
  ///
  /// @param baseKg governing net less rejected
  long deductionKg(long baseKg) {
    BigDecimal base = BigDecimal.valueOf(baseKg);
    BigDecimal moisture = excess(moisturePct, moistureBasisPct);
    BigDecimal impurity = excess(impurityPct, impurityBasisPct);
    BigDecimal moistureWhole =
        switch (deductionRule) {
          case EXCESS_POINTS -> HUNDRED;
          case DRY_MATTER -> HUNDRED.subtract(moistureBasisPct);
        };
    BigDecimal share = moisture.multiply(HUNDRED).add(impurity.multiply(moistureWhole));
    long deductionKg =
        base.multiply(share)
            .divide(moistureWhole.multiply(HUNDRED), 0, RoundingMode.HALF_UP)
            .longValueExact();
    return Math.min(deductionKg, baseKg);
  }

  /// What of a load is not settled where the price is for dry tonnes: all its water, and of what is
  /// left the impurity beyond its basis; rounded half up once. Only of a report that measured
  /// moisture.
  ///
  /// @param baseKg governing net less rejected
  long waterKg(long baseKg) {
    return baseKg
        - Amounts.dryKg(
            baseKg, Objects.requireNonNull(moisturePct), excess(impurityPct, impurityBasisPct));
  }

  private static BigDecimal excess(@Nullable BigDecimal measured, BigDecimal basis) {
    return measured == null ? BigDecimal.ZERO : measured.subtract(basis).max(BigDecimal.ZERO);
  }
}
