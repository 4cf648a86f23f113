package cn.wufei.exchange.price;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
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
@Serdeable
@Schema(name = "PriceQuestion")
record PriceQuestion(
    @NotNull @Digits(integer = 8, fraction = 2) BigDecimal priceYuanPerT,
    @Nullable @Size(max = QualityAdjustment.ADJUSTMENTS_MAX)
        List<@NotNull @Valid QualityAdjustment> adjustments,
    @Nullable @Size(max = QualityAdjustment.ADJUSTMENTS_MAX) List<@NotNull @Valid Value> measured) {

  AdjustedPrice answer(List<QualityAdjustment> checked) {
    return AdjustedPrice.of(priceYuanPerT, checked, values());
  }

  List<QualityAdjustment> toCheck() {
    return Objects.requireNonNullElse(adjustments, List.of());
  }

  private Map<String, BigDecimal> values() {
    return Objects.requireNonNullElse(measured, List.<Value>of()).stream()
        .collect(Collectors.toMap(Value::parameter, Value::value, (_, last) -> last));
  }

  @Serdeable
  @Schema(name = "MeasuredValue")
  record Value(
      @NotBlank @Size(max = 40) String parameter,
      @NotNull @Digits(integer = 10, fraction = 4) BigDecimal value) {}
}
