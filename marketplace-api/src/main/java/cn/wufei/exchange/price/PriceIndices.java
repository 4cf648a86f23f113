package cn.wufei.exchange.price;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Indices for the features that price by them.
@Singleton
@Connectable
public class PriceIndices {

  private final PriceIndexStore store;

  PriceIndices(PriceIndexStore store) {
    this.store = store;
  }

  public @Nullable PriceIndex find(String code) {
    PriceIndex index = store.find(code);
    return index == null ? null : index.with(store.newest(code));
  }

  /// What counts for each of the months; those without a value are absent.
  public Map<IndexMonth, BigDecimal> values(Collection<IndexMonth> months) {
    return months.isEmpty() ? Map.of() : store.counting(months);
  }

  /// Checked in this order, where the price follows an index: the index is there, it has a value by
  /// which the price can be judged, its floor is not above its ceiling.
  public Outcome<PriceFormula> check(PriceFormula formula) {
    IndexTerms terms = formula.index();
    if (terms == null) {
      return Outcome.done(formula);
    }
    PriceIndex index = find(terms.index());
    if (index == null) {
      return Outcome.refused(PriceRefusal.INDEX_UNKNOWN, "formula.index.index");
    }
    if (index.newest() == null) {
      return Outcome.refused(PriceRefusal.INDEX_WITHOUT_VALUE, "formula.index.index");
    }
    return terms.isReversed()
        ? Outcome.refused(PriceRefusal.FLOOR_ABOVE_CEILING, "formula.index.floorYuanPerT")
        : Outcome.done(formula);
  }

  /// The prices of a wet or dry tonne that an agreement may come to, as far as can be said today:
  /// the indicative one, the one by what the index last was, and its bounds; with the fee for
  /// loading and without.
  public List<BigDecimal> prices(BigDecimal indicativeYuanPerT, @Nullable PriceFormula formula) {
    List<BigDecimal> prices = new ArrayList<>(List.of(indicativeYuanPerT));
    IndexTerms terms = formula == null ? null : formula.index();
    if (terms != null) {
      PriceIndex.Newest newest = store.newest(terms.index());
      add(prices, newest == null ? null : terms.yuanPerT(newest.yuanPerT()));
      add(prices, terms.floorYuanPerT());
      add(prices, terms.ceilingYuanPerT());
    }
    BigDecimal fee = formula == null ? null : formula.loadingFeeYuanPerT();
    if (fee != null) {
      List.copyOf(prices).forEach(price -> prices.add(price.add(fee)));
    }
    return prices;
  }

  private static void add(List<BigDecimal> prices, @Nullable BigDecimal price) {
    if (price != null) {
      prices.add(price);
    }
  }
}
