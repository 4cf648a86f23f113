package cn.wufei.exchange.price;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Parameter;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;

/// To what sum terms bind a party at most, whoever pays: the agreed quantity at the price that is
/// the furthest from nothing. Where the price moves with quality that is the price at the least or
/// the greatest value that each parameter can have at all; a delivered price counts with the
/// freight that it includes, and the freight beside a price ex works does not.
///
/// 1,000 t at 45.00 yuan per tonne, less 2.00 for each percent of moisture above 10 %, bind to
/// 135,000.00 yuan: at 100 % moisture the price is −135.00.
@Singleton
public class BindingSum {

  private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal KG_PER_T = BigDecimal.valueOf(1_000);
  private static final int FEN_DECIMALS = 2;

  private final Catalog catalog;

  BindingSum(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Fen, rounded up; `Long.MAX_VALUE` where nothing bounds it or it is more than that.
  public long fen(long quantityKg, BigDecimal priceYuanPerT, List<QualityAdjustment> adjustments) {
    return fen(quantityKg, List.of(priceYuanPerT), adjustments);
  }

  /// The same of a price that may come to be any of several.
  ///
  /// @param prices at least one
  public long fen(long quantityKg, List<BigDecimal> prices, List<QualityAdjustment> adjustments) {
    BigDecimal least = Collections.min(prices);
    BigDecimal greatest = Collections.max(prices);
    for (QualityAdjustment adjustment : adjustments) {
      Parameter parameter = catalog.parameter(adjustment.parameter());
      Swing swing =
          parameter == null
              ? Swing.of(adjustment, null, null)
              : Swing.of(adjustment, parameter.minimum(), parameter.maximum());
      if (swing == null) {
        return Long.MAX_VALUE;
      }
      least = least.add(swing.least());
      greatest = greatest.add(swing.greatest());
    }
    return fen(quantityKg, least.abs().max(greatest.abs()));
  }

  static long fen(long quantityKg, BigDecimal yuanPerT) {
    BigDecimal fen =
        yuanPerT
            .movePointRight(FEN_DECIMALS)
            .multiply(BigDecimal.valueOf(quantityKg))
            .divide(KG_PER_T, 0, RoundingMode.CEILING);
    return fen.compareTo(LONG_MAX) >= 0 ? Long.MAX_VALUE : fen.longValueExact();
  }
}
