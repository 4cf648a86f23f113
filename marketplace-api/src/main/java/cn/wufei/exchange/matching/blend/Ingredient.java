package cn.wufei.exchange.matching.blend;

import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A lot that may go into a mixture, and what a tonne of it costs on the basis of the demand's
/// limit: at the buyer's gate, or ex works where the buyer fetches.
public record Ingredient(Supply supply, BigDecimal deliveredYuanPerT) {

  private static final String WET = "wet";
  private static final String DRY = "dry";

  /// What the lot states of a parameter on a basis; nothing when it states it on another one only.
  @Nullable ParameterRange stated(String parameter, String basis) {
    return supply.qualities().stream()
        .filter(range -> range.parameter().equals(parameter) && range.basis().equals(basis))
        .findFirst()
        .orElse(null);
  }

  /// The part of a tonne that a value on this basis is a share of: all of it, or what is left of it
  /// without its water. A lot that does not state its moisture may be anything from all water to
  /// none.
  Interval massOn(String basis) {
    if (!basis.equals(DRY)) {
      return Interval.ONE;
    }
    ParameterRange moisture = stated(Parameter.MOISTURE, WET);
    if (moisture == null || moisture.min() == null || moisture.max() == null) {
      return new Interval(0, 1);
    }
    return new Interval(dry(moisture.max()), dry(moisture.min()));
  }

  private static double dry(BigDecimal moisturePercent) {
    return Math.clamp(1 - moisturePercent.doubleValue() / 100, 0, 1);
  }

  /// @param least not below zero
  record Interval(double least, double most) {

    static final Interval ONE = new Interval(1, 1);

    double middle() {
      return (least + most) / 2;
    }
  }
}
