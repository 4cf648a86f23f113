package cn.wufei.exchange.price;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the price of a tonne moves with one parameter. At the agreed value it is the price that was
/// agreed. On the way from there to what was measured each band adds its rate for every unit of the
/// way that lies inside it; outside of all bands nothing is added.
///
/// @param parameter key of the catalog's parameter, in whose unit all values are
/// @param basis `wet`, `dry`, `as-received` or `none`: what the laboratory is to report
/// @param guaranteed the agreed value
/// @param bands from low to high, none inside another; two may touch
@Serdeable
@Schema(name = "QualityAdjustment")
public record QualityAdjustment(
    @NotBlank @Size(max = 40) String parameter,
    @NotNull @Pattern(regexp = "wet|dry|as-received|none") String basis,
    @NotNull @Digits(integer = 10, fraction = 4) BigDecimal guaranteed,
    @NotEmpty @Size(max = BANDS_MAX) List<@NotNull @Valid Band> bands) {

  /// So many parameters of one offer can move its price.
  public static final int ADJUSTMENTS_MAX = 8;

  static final int BANDS_MAX = 10;

  private static final int FEN_DECIMALS = 2;

  public QualityAdjustment {
    bands = bands == null ? List.of() : List.copyOf(bands);
  }

  /// What a measured value adds to the price, in yuan per tonne, rounded to the fen once: half up
  /// and away from zero, so that a premium and a penalty of one size round alike.
  BigDecimal yuanPerT(BigDecimal measured) {
    BigDecimal low = measured.min(guaranteed);
    BigDecimal high = measured.max(guaranteed);
    BigDecimal along =
        bands.stream()
            .map(band -> band.yuanPerTPerUnit().multiply(band.lengthWithin(low, high)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return (measured.compareTo(guaranteed) < 0 ? along.negate() : along)
        .setScale(FEN_DECIMALS, RoundingMode.HALF_UP);
  }

  /// The same with each number in its shortest form, so that what was sent reads like what was
  /// kept.
  public QualityAdjustment plain() {
    return new QualityAdjustment(
        parameter, basis, plain(guaranteed), bands.stream().map(Band::plain).toList());
  }

  static BigDecimal plain(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /// Values between two ends, of which either may be open.
  ///
  /// @param yuanPerTPerUnit by how much the price rises while the value rises by one unit; negative
  ///   where it falls
  @Serdeable
  @Schema(name = "PriceBand")
  public record Band(
      @Nullable @Digits(integer = 10, fraction = 4) BigDecimal from,
      @Nullable @Digits(integer = 10, fraction = 4) BigDecimal to,
      @NotNull @Digits(integer = 5, fraction = 4) BigDecimal yuanPerTPerUnit) {

    private Band plain() {
      return new Band(
          from == null ? null : QualityAdjustment.plain(from),
          to == null ? null : QualityAdjustment.plain(to),
          QualityAdjustment.plain(yuanPerTPerUnit));
    }

    private BigDecimal lengthWithin(BigDecimal low, BigDecimal high) {
      BigDecimal start = from == null ? low : low.max(from);
      BigDecimal end = to == null ? high : high.min(to);
      return end.subtract(start).max(BigDecimal.ZERO);
    }

    boolean isReversed() {
      return from != null && to != null && from.compareTo(to) >= 0;
    }

    /// Whether it lies above another one.
    boolean follows(Band lower) {
      return from != null && lower.to != null && from.compareTo(lower.to) >= 0;
    }
  }
}
