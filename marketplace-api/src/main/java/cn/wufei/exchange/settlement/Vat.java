package cn.wufei.exchange.settlement;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The sums of a whole statement with value added tax, which is worked out once, on the total.
///
/// @param vatFen absent where nobody stated a rate: then nothing is said about tax, and net and
///   gross are the same
@Serdeable
public record Vat(long netFen, @Nullable Long vatFen, long grossFen) {

  private static final BigDecimal WHOLE_BP = BigDecimal.valueOf(10_000);

  /// @param taxIncluded whether the prices summed up hold the tax already
  /// @param rateBp hundredths of a percent
  public static Vat of(long sumFen, boolean taxIncluded, @Nullable Integer rateBp) {
    if (rateBp == null) {
      return new Vat(sumFen, null, sumFen);
    }
    BigDecimal rate = BigDecimal.valueOf(rateBp);
    if (taxIncluded) {
      long netFen =
          BigDecimal.valueOf(sumFen)
              .multiply(WHOLE_BP)
              .divide(WHOLE_BP.add(rate), 0, RoundingMode.HALF_UP)
              .longValueExact();
      return new Vat(netFen, sumFen - netFen, sumFen);
    }
    long vatFen =
        BigDecimal.valueOf(sumFen)
            .multiply(rate)
            .divide(WHOLE_BP, 0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Vat(sumFen, vatFen, Math.addExact(sumFen, vatFen));
  }
}
