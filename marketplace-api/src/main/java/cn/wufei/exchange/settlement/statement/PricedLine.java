package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.AgreedPrice;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.price.IndexMonth;
import cn.wufei.exchange.price.IndexTerms;
import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.Tonne;
import cn.wufei.exchange.settlement.LoadPrice;
import cn.wufei.exchange.settlement.LoadPrices;
import cn.wufei.exchange.transfer.Load;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What of a load is paid for, and at which price.
///
/// @param pricing nothing where the price is a figure for a wet tonne
record PricedLine(long deductionKg, BigDecimal priceYuanPerT, @Nullable LinePricing pricing) {

  /// Refused when the index has no value for the load's month yet, then when a price of dry tonnes
  /// meets a load of which no valid assay says how moist it is.
  ///
  /// @param baseKg governing net less rejected
  /// @param statedKg what the receipt deducts
  /// @param values what indices were in the months of the loads
  static Outcome<PricedLine> of(
      Load load,
      Agreement agreement,
      @Nullable AssayBatch assay,
      long baseKg,
      long statedKg,
      Map<IndexMonth, BigDecimal> values) {
    PriceFormula formula = agreement.formula();
    AgreedPrice agreed = LoadPrice.of(load, agreement);
    long deductionKg =
        assay == null || assay.terms().measuresNothing()
            ? statedKg
            : assay.terms().deductionKg(baseKg);
    if (formula == null) {
      return Outcome.done(
          new PricedLine(
              deductionKg, assay == null ? agreed.priceYuanPerT() : assay.priceYuanPerT(), null));
    }
    IndexMonth month = LoadPrices.monthOf(load, agreement);
    BigDecimal value = month == null ? null : values.get(month);
    if (month != null && value == null) {
      return Outcome.<PricedLine>refused(StatementRefusal.PRICE_OF_MONTH_MISSING, "month")
          .with("index", month.index())
          .with("month", month.month().toString())
          .with("load", load.number());
    }
    boolean isDry = formula.pricedTonne() == Tonne.DRY;
    BigDecimal moisture = assay == null ? null : assay.terms().moisturePct();
    if (isDry && moisture == null) {
      return Outcome.<PricedLine>refused(StatementRefusal.MOISTURE_MISSING)
          .with("load", load.number());
    }
    BigDecimal base = base(agreement, agreed, value);
    var pricing =
        new LinePricing(
            month == null ? null : month.month().toString(),
            month == null ? null : month.index(),
            value,
            base,
            formula.pricedTonne(),
            isDry ? moisture : null,
            formula.loadingFeeYuanPerT());
    return Outcome.done(
        new PricedLine(
            isDry ? Objects.requireNonNull(assay).terms().waterKg(baseKg) : deductionKg,
            assay == null ? base : AssayPrice.of(base, agreed, assay),
            pricing));
  }

  private static BigDecimal base(
      Agreement agreement, AgreedPrice agreed, @Nullable BigDecimal value) {
    IndexTerms terms = LoadPrices.termsOf(agreement);
    return terms == null || value == null ? agreed.priceYuanPerT() : terms.yuanPerT(value);
  }
}
