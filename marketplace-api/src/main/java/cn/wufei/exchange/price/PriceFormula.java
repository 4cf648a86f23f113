package cn.wufei.exchange.price;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a price is besides a figure for a wet tonne: all of it may be left out.
///
/// @param index by which the price moves from month to month; the price that is stated beside is
///   then the indicative one of that day
/// @param tonne of which it is the price; wet when left out
/// @param loadingFeeYuanPerT what loading costs besides, for each tonne as it was weighed
@Serdeable
@Schema(name = "PriceFormula")
public record PriceFormula(
    @Nullable @Valid IndexTerms index,
    @Nullable Tonne tonne,
    @Nullable @DecimalMin("0.01") @DecimalMax("10000") @Digits(integer = 5, fraction = 2)
        BigDecimal loadingFeeYuanPerT) {

  /// The same in its shortest form; nothing where it says nothing, so that a plain price reads and
  /// hashes like one.
  public static @Nullable PriceFormula plain(@Nullable PriceFormula formula) {
    if (formula == null || formula.saysNothing()) {
      return null;
    }
    IndexTerms index = formula.index;
    BigDecimal fee = formula.loadingFeeYuanPerT;
    return new PriceFormula(
        index == null ? null : index.plain(),
        Objects.requireNonNullElse(formula.tonne, Tonne.WET),
        fee == null ? null : QualityAdjustment.plain(fee));
  }

  private boolean saysNothing() {
    return index == null && tonne != Tonne.DRY && loadingFeeYuanPerT == null;
  }

  /// What it is the price of; one that was only sent may leave it out.
  public Tonne pricedTonne() {
    return Objects.requireNonNullElse(tonne, Tonne.WET);
  }

  /// Fen for loading that much.
  ///
  /// @param wetKg as it was weighed
  public long loadingFen(long wetKg) {
    return loadingFeeYuanPerT == null ? 0 : Amounts.fen(wetKg, loadingFeeYuanPerT);
  }
}
