package cn.wufei.exchange.listing;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.exchange.schedule.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an owner may change about a lot, its quantity not among them: that is a promise in the
/// ledger. How it falls to the months may change, as long as they sum to it.
record LotTerms(
    String title,
    @Nullable String description,
    BigDecimal priceYuanPerT,
    boolean taxIncluded,
    @Nullable Delivery delivery,
    LocalDate availableFrom,
    LocalDate availableTo,
    List<QualityRange> qualities,
    List<MonthQuantity> months,
    List<QualityAdjustment> adjustments,
    LotConditions conditions) {

  LotTerms {
    title = title.strip();
    description = description == null || description.isBlank() ? null : description.strip();
    priceYuanPerT = priceYuanPerT.setScale(2, RoundingMode.UNNECESSARY);
    qualities = List.copyOf(qualities);
    months = List.copyOf(months);
    adjustments = adjustments.stream().map(QualityAdjustment::plain).toList();
  }

  PriceBasis basis() {
    return delivery == null ? PriceBasis.EX_WORKS : PriceBasis.DELIVERED;
  }

  /// Whether a tonne costs the same: the figure, the tax in it and the gate at which it holds.
  boolean costAs(LotTerms other) {
    return priceYuanPerT.compareTo(other.priceYuanPerT) == 0
        && taxIncluded == other.taxIncluded
        && basis() == other.basis();
  }

  /// The terms, when their months hold for the quantity and the window ([Schedule]), and their
  /// minimum for the quantity.
  Outcome<LotTerms> fitting(long quantityKg) {
    Long minimumKg = conditions.minimumKg();
    return Schedule.check(months, quantityKg, availableFrom, availableTo)
        .then(_ ->
            minimumKg == null || minimumKg <= quantityKg
                ? Outcome.done(this)
                : Outcome.<LotTerms>refused(LotRefusal.MINIMUM_ABOVE_QUANTITY, "minimumKg")
                    .with("quantityKg", quantityKg));
  }
}
