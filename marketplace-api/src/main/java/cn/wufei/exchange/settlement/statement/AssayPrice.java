package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.deal.AgreedPrice;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.price.AdjustedPrice;
import cn.wufei.exchange.price.QualityAdjustment;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a tonne costs by a laboratory report, at the agreed price of the loads that it is for.
final class AssayPrice {

  /// What a price can be, on either side of nothing: as in offers.
  private static final BigDecimal PRICE_MAX = BigDecimal.valueOf(100_000);

  private AssayPrice() {}

  /// Every parameter on which the price depends must have been measured: what nobody looked at must
  /// not pass for what was agreed.
  static Outcome<BigDecimal> of(AgreedPrice agreed, AssayDraft draft) {
    Map<String, BigDecimal> measured = measured(draft.terms(), draft.measured());
    for (QualityAdjustment adjustment : agreed.adjustments()) {
      if (!measured.containsKey(adjustment.parameter())) {
        return Outcome.<BigDecimal>refused(AssayRefusal.ADJUSTED_PARAMETER_MISSING, "results")
            .with("parameter", adjustment.parameter());
      }
    }
    BigDecimal price =
        AdjustedPrice.of(agreed.priceYuanPerT(), agreed.adjustments(), measured).priceYuanPerT();
    return price.abs().compareTo(PRICE_MAX) > 0
        ? Outcome.refused(AssayRefusal.PRICE_OUT_OF_BOUNDS, "results")
        : Outcome.done(price);
  }

  /// The same at the price of a month, of a report that was recorded.
  static BigDecimal of(BigDecimal base, AgreedPrice agreed, AssayBatch assay) {
    return AdjustedPrice.of(base, agreed.adjustments(), measured(assay.terms(), assay.results()))
        .priceYuanPerT();
  }

  private static Map<String, BigDecimal> measured(
      AssayTerms terms, List<AssayBatch.Result> results) {
    Map<String, BigDecimal> measured = new LinkedHashMap<>();
    if (terms.moisturePct() != null) {
      measured.put(Parameter.MOISTURE, terms.moisturePct());
    }
    results.forEach(result -> measured.put(result.parameter(), result.measured()));
    return measured;
  }
}
