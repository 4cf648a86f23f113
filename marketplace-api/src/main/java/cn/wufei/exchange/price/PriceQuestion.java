package cn.wufei.exchange.price;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A price with premiums and penalties, and a quality of which one wants to know what it costs.
///
/// @param adjustments left out when the price does not depend on quality
/// @param measured what is not named counts as agreed; of a parameter that is named twice the last
///   value counts
/// @param formula left out where the price is the one of a wet tonne
/// @param indexYuanPerT what the formula's index is to be; its newest value when left out
/// @param netKg of a load, as it was weighed, of which one wants to know the amount
@Serdeable
@Schema(name = "PriceQuestion")
record PriceQuestion(
    @NotNull @Digits(integer = 8, fraction = 2) BigDecimal priceYuanPerT,
    @Nullable @Size(max = QualityAdjustment.ADJUSTMENTS_MAX)
        List<@NotNull @Valid QualityAdjustment> adjustments,
    @Nullable @Size(max = QualityAdjustment.ADJUSTMENTS_MAX) List<@NotNull @Valid Value> measured,
    @Nullable @Valid PriceFormula formula,
    @Nullable
        @DecimalMin(IndexTerms.PRICE_MIN)
        @DecimalMax(IndexTerms.PRICE_MAX)
        @Digits(integer = 6, fraction = 2)
        BigDecimal indexYuanPerT,
    @Nullable @Min(1) @Max(NET_KG_MAX) Long netKg) {

  /// A thousand tonnes: a train.
  static final long NET_KG_MAX = 1_000_000;

  List<QualityAdjustment> toCheck() {
    return Objects.requireNonNullElse(adjustments, List.of());
  }

  Map<String, BigDecimal> values() {
    return Objects.requireNonNullElse(measured, List.<Value>of()).stream()
        .collect(Collectors.toMap(Value::parameter, Value::value, (_, last) -> last));
  }

  @Serdeable
  @Schema(name = "MeasuredValue")
  record Value(
      @NotBlank @Size(max = 40) String parameter,
      @NotNull @Digits(integer = 10, fraction = 4) BigDecimal value) {}
}
