package cn.wufei.exchange.price;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a tonne costs after premiums and penalties, and how that comes about.
///
/// @param basePriceYuanPerT what was agreed for the agreed values
/// @param priceYuanPerT the base price and all parts; negative when the producer pays
/// @param parts of each parameter that was measured, to the fen
public record AdjustedPrice(
    BigDecimal basePriceYuanPerT, BigDecimal priceYuanPerT, List<Part> parts) {

  public AdjustedPrice {
    parts = List.copyOf(parts);
  }

  /// @param measured by parameter; one that is missing counts as it was agreed
  public static AdjustedPrice of(
      BigDecimal base, List<QualityAdjustment> adjustments, Map<String, BigDecimal> measured) {
    List<Part> parts = new ArrayList<>();
    BigDecimal price = base;
    for (QualityAdjustment adjustment : adjustments) {
      BigDecimal value = measured.get(adjustment.parameter());
      if (value != null) {
        BigDecimal yuanPerT = adjustment.yuanPerT(value);
        parts.add(new Part(adjustment.parameter(), value, yuanPerT));
        price = price.add(yuanPerT);
      }
    }
    return new AdjustedPrice(base, price, parts);
  }

  /// @param yuanPerT what it adds, negative where it takes off
  @Serdeable
  @Schema(name = "AdjustedPricePart")
  public record Part(String parameter, BigDecimal measured, BigDecimal yuanPerT) {}
}
