package cn.wufei.exchange.matching.blend;

import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One end of a range that a demand requires of a parameter which mixes by mass. A mixture keeps it
/// when the sum of `tonnes * strain` over its lots is not above zero: the weighted mean is on the
/// right side of the limit exactly when the weighted sum of the distances to it is.
///
/// @param upper whether the limit is the greatest value allowed, or the least
record Requirement(String parameter, String basis, BigDecimal limit, boolean upper) {

  static List<Requirement> of(ParameterRange range) {
    List<Requirement> ends = new ArrayList<>();
    BigDecimal max = range.max();
    if (max != null) {
      ends.add(new Requirement(range.parameter(), range.basis(), max, true));
    }
    BigDecimal min = range.min();
    if (min != null) {
      ends.add(new Requirement(range.parameter(), range.basis(), min, false));
    }
    return ends;
  }

  /// How far the lot's least favourable value lies beyond the limit; below zero when it is within.
  ///
  /// @throws IllegalStateException when the lot states no such value
  BigDecimal beyond(Ingredient lot) {
    BigDecimal value = leastFavourable(lot);
    if (value == null) {
      throw new IllegalStateException("a lot that does not state " + parameter + " is not usable");
    }
    return upper ? value.subtract(limit) : limit.subtract(value);
  }

  /// Whether the lot states what the limit is held against.
  boolean isStatedBy(Ingredient lot) {
    return leastFavourable(lot) != null;
  }

  /// How much a tonne of the lot pulls a mixture beyond the limit, above zero, or holds it within,
  /// below, whatever of its stated ranges is true: the least favourable value counts, and the least
  /// favourable moisture.
  double strain(Ingredient lot) {
    double beyond = beyond(lot).doubleValue();
    Ingredient.Interval mass = lot.massOn(basis);
    return beyond * (beyond > 0 ? mass.most() : mass.least());
  }

  private @Nullable BigDecimal leastFavourable(Ingredient lot) {
    ParameterRange stated = lot.stated(parameter, basis);
    return stated == null ? null : upper ? stated.max() : stated.min();
  }
}
