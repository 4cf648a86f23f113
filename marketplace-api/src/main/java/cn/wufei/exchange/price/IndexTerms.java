package cn.wufei.exchange.price;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// How the price of a month comes from an index: so much of what the index was in that month, and
/// so much more or less per tonne, within bounds.
///
/// 0.85 of an index that stood at 280.00, less 12.00, is 226.00 yuan per tonne.
///
/// @param index code of the series
/// @param coefficient by which what the index was is multiplied, above zero
/// @param plusYuanPerT what is added, negative where it is taken off; nothing when left out
/// @param floorYuanPerT below which the price does not fall
/// @param ceilingYuanPerT above which it does not rise
@Serdeable
@Schema(name = "IndexTerms")
public record IndexTerms(
    @NotBlank @Size(max = PriceIndex.CODE_MAX) String index,
    @NotNull @DecimalMin("0.0001") @DecimalMax("10") @Digits(integer = 2, fraction = 4)
        BigDecimal coefficient,
    @Nullable @DecimalMin(PRICE_MIN) @DecimalMax(PRICE_MAX) @Digits(integer = 6, fraction = 2)
        BigDecimal plusYuanPerT,
    @Nullable @DecimalMin(PRICE_MIN) @DecimalMax(PRICE_MAX) @Digits(integer = 6, fraction = 2)
        BigDecimal floorYuanPerT,
    @Nullable @DecimalMin(PRICE_MIN) @DecimalMax(PRICE_MAX) @Digits(integer = 6, fraction = 2)
        BigDecimal ceilingYuanPerT) {

  static final String PRICE_MIN = "-100000";
  static final String PRICE_MAX = "100000";

  private static final int FEN_DECIMALS = 2;

  /// What a tonne of the agreed quality costs in a month, rounded to the fen once, half up and away
  /// from zero, before the bounds are held against it.
  public BigDecimal yuanPerT(BigDecimal indexYuanPerT) {
    BigDecimal price =
        coefficient
            .multiply(indexYuanPerT)
            .add(plusYuanPerT == null ? BigDecimal.ZERO : plusYuanPerT)
            .setScale(FEN_DECIMALS, RoundingMode.HALF_UP);
    BigDecimal raised = floorYuanPerT == null ? price : price.max(floorYuanPerT);
    BigDecimal bounded = ceilingYuanPerT == null ? raised : raised.min(ceilingYuanPerT);
    return bounded.setScale(FEN_DECIMALS, RoundingMode.UNNECESSARY);
  }

  boolean isReversed() {
    return floorYuanPerT != null
        && ceilingYuanPerT != null
        && floorYuanPerT.compareTo(ceilingYuanPerT) > 0;
  }

  /// The same with each number in its shortest form, so that what was sent reads like what was
  /// kept.
  IndexTerms plain() {
    return new IndexTerms(
        index,
        QualityAdjustment.plain(coefficient),
        QualityAdjustment.plain(plusYuanPerT == null ? BigDecimal.ZERO : plusYuanPerT),
        floorYuanPerT == null ? null : QualityAdjustment.plain(floorYuanPerT),
        ceilingYuanPerT == null ? null : QualityAdjustment.plain(ceilingYuanPerT));
  }
}
