package cn.wufei.exchange.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Between what a parameter can move a price, in yuan per tonne.
record Swing(BigDecimal least, BigDecimal greatest) {

  /// A price moves in straight lines between the ends of its bands, so it is the furthest away at
  /// one of them or at a bound of the parameter.
  ///
  /// @param minimum of what can be a value of the parameter at all, where there is one
  /// @return nothing where a band without end meets no bound
  static @Nullable Swing of(
      QualityAdjustment adjustment, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    List<BigDecimal> values = new ArrayList<>(List.of(adjustment.guaranteed()));
    for (QualityAdjustment.Band band : adjustment.bands()) {
      boolean moves = band.yuanPerTPerUnit().signum() != 0;
      boolean isEndless =
          (band.from() == null && minimum == null) || (band.to() == null && maximum == null);
      if (moves && isEndless) {
        return null;
      }
      add(values, band.from(), minimum, maximum);
      add(values, band.to(), minimum, maximum);
    }
    add(values, minimum, minimum, maximum);
    add(values, maximum, minimum, maximum);
    List<BigDecimal> parts = values.stream().map(adjustment::yuanPerT).toList();
    return new Swing(Collections.min(parts), Collections.max(parts));
  }

  private static void add(
      List<BigDecimal> values,
      @Nullable BigDecimal value,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum) {
    if (value != null) {
      BigDecimal above = minimum == null ? value : value.max(minimum);
      values.add(maximum == null ? above : above.min(maximum));
    }
  }
}
