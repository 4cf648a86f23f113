package cn.wufei.exchange.price;

import cn.wufei.exchange.csv.Columns;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A formula as columns of an exported table; empty where the price is a figure for a wet tonne.
public final class FormulaColumns {

  private FormulaColumns() {}

  public static <R> Columns<R> addTo(
      Columns<R> columns, Function<R, @Nullable PriceFormula> formula) {
    return columns
        .text("priceIndex", "价格指数", "Price index", row -> index(formula.apply(row)))
        .number(
            "indexCoefficient",
            "指数系数",
            "Coefficient",
            row -> of(formula.apply(row), IndexTerms::coefficient))
        .yuanPerT(
            "indexPlusYuanPerT",
            "指数加价",
            "Plus",
            row -> of(formula.apply(row), IndexTerms::plusYuanPerT))
        .yuanPerT(
            "indexFloorYuanPerT",
            "价格下限",
            "Floor",
            row -> of(formula.apply(row), IndexTerms::floorYuanPerT))
        .yuanPerT(
            "indexCeilingYuanPerT",
            "价格上限",
            "Ceiling",
            row -> of(formula.apply(row), IndexTerms::ceilingYuanPerT))
        .yesNo("perDryT", "干吨计价", "Per dry tonne", row -> isDry(formula.apply(row)))
        .yuanPerT(
            "loadingFeeYuanPerT", "装车费", "Loading fee", row -> loadingFee(formula.apply(row)));
  }

  private static boolean isDry(@Nullable PriceFormula formula) {
    return formula != null && formula.pricedTonne() == Tonne.DRY;
  }

  private static @Nullable BigDecimal loadingFee(@Nullable PriceFormula formula) {
    return formula == null ? null : formula.loadingFeeYuanPerT();
  }

  private static @Nullable String index(@Nullable PriceFormula formula) {
    return formula == null || formula.index() == null ? null : formula.index().index();
  }

  private static @Nullable BigDecimal of(
      @Nullable PriceFormula formula, Function<IndexTerms, @Nullable BigDecimal> value) {
    return formula == null || formula.index() == null ? null : value.apply(formula.index());
  }
}
