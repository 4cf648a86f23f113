package cn.wufei.exchange.price;

import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Works a price out for a certain quality, as a statement would.
@Singleton
@Connectable
class ShowPriceExample {

  private final AdjustmentRules rules;
  private final PriceIndices indices;

  ShowPriceExample(AdjustmentRules rules, PriceIndices indices) {
    this.rules = rules;
    this.indices = indices;
  }

  /// Checked in this order: [AdjustmentRules], [PriceIndices#check], a load of dry tonnes says how
  /// moist it is.
  Outcome<PriceExample> handle(PriceQuestion question) {
    PriceFormula formula = PriceFormula.plain(question.formula());
    return rules
        .check(question.toCheck())
        .then(adjustments ->
            formula == null
                ? answer(question, adjustments, null)
                : indices.check(formula).then(checked -> answer(question, adjustments, checked)));
  }

  private Outcome<PriceExample> answer(
      PriceQuestion question, List<QualityAdjustment> adjustments, @Nullable PriceFormula formula) {
    PriceExample.OfMonth month = month(question, formula);
    Map<String, BigDecimal> measured = question.values();
    AdjustedPrice price =
        AdjustedPrice.of(
            month == null ? question.priceYuanPerT() : month.yuanPerT(), adjustments, measured);
    BigDecimal moisture = measured.get(Parameter.MOISTURE);
    boolean isDry = formula != null && formula.pricedTonne() == Tonne.DRY;
    if (question.netKg() != null && isDry && moisture == null) {
      return Outcome.refused(PriceRefusal.MOISTURE_NEEDED, "measured");
    }
    return Outcome.done(
        new PriceExample(
            price.basePriceYuanPerT(),
            price.priceYuanPerT(),
            price.parts(),
            month,
            load(question.netKg(), price.priceYuanPerT(), isDry ? moisture : null, formula)));
  }

  private PriceExample.@Nullable OfMonth month(
      PriceQuestion question, @Nullable PriceFormula formula) {
    IndexTerms terms = formula == null ? null : formula.index();
    if (terms == null) {
      return null;
    }
    BigDecimal given = question.indexYuanPerT();
    PriceIndex index = indices.find(terms.index());
    PriceIndex.Newest newest = index == null ? null : index.newest();
    if (newest == null) {
      throw new IllegalStateException("an index that was checked has a value: " + terms.index());
    }
    BigDecimal value = given == null ? newest.yuanPerT() : given;
    BigDecimal plus = terms.plusYuanPerT() == null ? BigDecimal.ZERO : terms.plusYuanPerT();
    var unbounded =
        new IndexTerms(terms.index(), terms.coefficient(), terms.plusYuanPerT(), null, null);
    BigDecimal yuanPerT = terms.yuanPerT(value);
    return new PriceExample.OfMonth(
        terms.index(),
        given == null ? newest.month() : null,
        value,
        terms.coefficient(),
        plus,
        yuanPerT,
        unbounded.yuanPerT(value).compareTo(yuanPerT) != 0);
  }

  /// @param moisturePct where the price is for dry tonnes
  private static PriceExample.@Nullable OfLoad load(
      @Nullable Long netKg,
      BigDecimal yuanPerT,
      @Nullable BigDecimal moisturePct,
      @Nullable PriceFormula formula) {
    if (netKg == null) {
      return null;
    }
    long paidKg = moisturePct == null ? netKg : Amounts.dryKg(netKg, moisturePct, BigDecimal.ZERO);
    long amountFen = Amounts.fen(paidKg, yuanPerT);
    long loadingFen = formula == null ? 0 : formula.loadingFen(netKg);
    return new PriceExample.OfLoad(
        netKg, moisturePct, paidKg, amountFen, loadingFen, amountFen + loadingFen);
  }
}
