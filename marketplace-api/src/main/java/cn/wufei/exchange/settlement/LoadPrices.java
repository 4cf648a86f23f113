package cn.wufei.exchange.settlement;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.price.IndexMonth;
import cn.wufei.exchange.price.IndexTerms;
import cn.wufei.exchange.price.PriceIndices;
import cn.wufei.exchange.transfer.Load;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the price of loads follows: the index of the month in which the scale that governs weighed
/// them.
@Singleton
public class LoadPrices {

  private final PriceIndices indices;

  LoadPrices(PriceIndices indices) {
    this.indices = indices;
  }

  /// What counts for the months of the loads, as far as it was stated. Asks for nothing where no
  /// price follows an index.
  public Map<IndexMonth, BigDecimal> values(Collection<Load> loads, Map<Id, Agreement> agreements) {
    Set<IndexMonth> months = new HashSet<>();
    for (Load load : loads) {
      IndexMonth month = monthOf(load, Objects.requireNonNull(agreements.get(load.agreementId())));
      if (month != null) {
        months.add(month);
      }
    }
    return indices.values(months);
  }

  /// The month of the index by which a load is priced; nothing where the price follows none. Of a
  /// load that has not arrived it is the month in which it left.
  public static @Nullable IndexMonth monthOf(Load load, Agreement agreement) {
    IndexTerms terms = termsOf(agreement);
    if (terms == null) {
      return null;
    }
    return new IndexMonth(
        terms.index(), LocalCalendar.monthOf(LoadPrice.governing(load, agreement)));
  }

  public static @Nullable IndexTerms termsOf(Agreement agreement) {
    return agreement.formula() == null ? null : agreement.formula().index();
  }
}
