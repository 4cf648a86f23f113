package cn.wufei.exchange.deal;

import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.QualityAdjustment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is offered, and then agreed. Terms of an offer never change: a counter-offer is an offer of
/// its own. Of an agreement, amendments that both sides signed change some.
///
/// @param priceYuanPerT of a tonne of the agreed quality; the indicative one of the day where
///   `formula` says that it follows an index: it is compared, filtered and approved by, and nothing
///   is paid by it
/// @param adjustments how the price moves with other qualities; empty where it does not
/// @param formula where the price is more than that figure for a wet tonne
/// @param freightInvoice who invoices the freight where the price is delivered; nothing where it
///   holds ex works
/// @param tolerancePct how much more or less than the quantity still counts as delivered
/// @param framework where the quantity is called off month by month; nothing otherwise
public record Terms(
    long quantityKg,
    BigDecimal priceYuanPerT,
    List<QualityAdjustment> adjustments,
    @Nullable PriceFormula formula,
    @Nullable FreightInvoice freightInvoice,
    Side governingScale,
    Assay governingAssay,
    BigDecimal tolerancePct,
    LocalDate deliverFrom,
    LocalDate deliverTo,
    @Nullable Framework framework,
    String pollutionTerms,
    @Nullable String message) {

  /// Usual in the trade where nothing else is agreed.
  public static final BigDecimal TOLERANCE_PCT_DEFAULT = BigDecimal.valueOf(5);

  public Terms {
    priceYuanPerT = priceYuanPerT.setScale(2, RoundingMode.UNNECESSARY);
    adjustments = adjustments.stream().map(QualityAdjustment::plain).toList();
    formula = PriceFormula.plain(formula);
    tolerancePct = tolerancePct.setScale(2, RoundingMode.UNNECESSARY);
    pollutionTerms = pollutionTerms.strip();
    message = message == null || message.isBlank() ? null : message.strip();
  }

  Terms amended(long quantity, LocalDate to, BigDecimal tolerance, String pollution) {
    return new Terms(
        quantity,
        priceYuanPerT,
        adjustments,
        formula,
        freightInvoice,
        governingScale,
        governingAssay,
        tolerance,
        deliverFrom,
        to,
        framework,
        pollution,
        message);
  }
}
