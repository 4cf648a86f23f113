package cn.wufei.exchange.price;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tonne of a certain quality costs, and a load of them, and how that comes about.
///
/// @param basePriceYuanPerT for the agreed values: what was typed, or what the formula gives
/// @param priceYuanPerT the base price and all parts; negative when the producer pays
/// @param parts of each parameter that was measured, to the fen
/// @param month how the base price comes from an index, where it does
/// @param load what was asked for comes to, where a load was
@Serdeable
@Schema(name = "AdjustedPrice")
record PriceExample(
    BigDecimal basePriceYuanPerT,
    BigDecimal priceYuanPerT,
    List<AdjustedPrice.Part> parts,
    @Nullable OfMonth month,
    @Nullable OfLoad load) {

  PriceExample {
    parts = List.copyOf(parts);
  }

  /// Coefficient times index and so much more, within the bounds of the formula.
  ///
  /// @param month whose value it is; absent where the value was given
  /// @param isBounded whether floor or ceiling decide
  @Serdeable
  @Schema(name = "ExamplePriceOfMonth")
  record OfMonth(
      String index,
      @Nullable String month,
      BigDecimal indexYuanPerT,
      BigDecimal coefficient,
      BigDecimal plusYuanPerT,
      BigDecimal yuanPerT,
      boolean isBounded) {}

  /// @param moisturePct where the price is for dry tonnes
  /// @param paidKg of which it is the price
  @Serdeable
  @Schema(name = "ExampleAmount")
  record OfLoad(
      long netKg,
      @Nullable BigDecimal moisturePct,
      long paidKg,
      long amountFen,
      long loadingFen,
      long totalFen) {}
}
