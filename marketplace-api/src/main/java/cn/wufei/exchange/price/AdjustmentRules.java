package cn.wufei.exchange.price;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What premiums and penalties must satisfy before they are part of an offer.
@Singleton
public class AdjustmentRules {

  private final Catalog catalog;

  AdjustmentRules(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Checked in this order for each of them: the catalog has the parameter, no other is of the same
  /// one, it can have the agreed value, its bands rise.
  public Outcome<List<QualityAdjustment>> check(List<QualityAdjustment> adjustments) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < adjustments.size(); i++) {
      QualityAdjustment adjustment = adjustments.get(i);
      String path = "adjustments[" + i + "]";
      Parameter parameter = catalog.parameter(adjustment.parameter());
      if (parameter == null || !seen.add(adjustment.parameter())) {
        return Outcome.refused(PriceRefusal.PARAMETER_UNKNOWN, path + ".parameter");
      }
      if (!parameter.admits(adjustment.guaranteed())) {
        return parameter.refuse(PriceRefusal.VALUE_OUT_OF_BOUNDS, path + ".guaranteed");
      }
      int disordered = firstDisordered(adjustment.bands());
      if (disordered >= 0) {
        return Outcome.refused(
            PriceRefusal.BANDS_NOT_IN_ORDER, path + ".bands[" + disordered + "].from");
      }
    }
    return Outcome.done(adjustments);
  }

  private static int firstDisordered(List<QualityAdjustment.Band> bands) {
    for (int i = 0; i < bands.size(); i++) {
      if (bands.get(i).isReversed() || (i > 0 && !bands.get(i).follows(bands.get(i - 1)))) {
        return i;
      }
    }
    return -1;
  }
}
