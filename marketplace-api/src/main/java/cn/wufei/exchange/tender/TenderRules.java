package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// What a tender must satisfy when it begins.
final class TenderRules {

  private TenderRules() {}

  /// Checked in this order: the lot is published, its window has not ended, it does not recur.
  static Outcome<Lot> lot(Lot lot, LocalDate today) {
    if (lot.status() != LotStatus.PUBLISHED) {
      return Outcome.refused(TenderRefusal.LOT_NOT_PUBLISHED, "lotId");
    }
    if (!lot.isOpenOn(today)) {
      return Outcome.refused(TenderRefusal.LOT_WINDOW_OVER, "lotId");
    }
    return lot.months().isEmpty()
        ? Outcome.done(lot)
        : Outcome.refused(TenderRefusal.LOT_RECURS, "lotId");
  }

  /// Checked in this order: the lot has that much available and is sold in such a quantity, the
  /// closing is neither too near nor too far, delivery begins after it, ends after it began and
  /// lies in the lot's window.
  ///
  /// @param biddingMin how long bidders have at least
  static Outcome<TenderTerms> terms(TenderTerms terms, Lot lot, Instant now, Duration biddingMin) {
    if (terms.quantityKg() > lot.availableKg()) {
      return Outcome.<TenderTerms>refused(TenderRefusal.QUANTITY_NOT_AVAILABLE, "quantityKg")
          .with("availableKg", lot.availableKg());
    }
    if (terms.quantityKg() < lot.leastKg()) {
      return Outcome.<TenderTerms>refused(TenderRefusal.QUANTITY_BELOW_MINIMUM, "quantityKg")
          .with("minimumKg", lot.leastKg());
    }
    if (terms.closesAt().isBefore(now.plus(biddingMin))) {
      return Outcome.<TenderTerms>refused(TenderRefusal.CLOSES_TOO_SOON, "closesAt")
          .with("minutesMin", biddingMin.toMinutes());
    }
    if (terms.closesAt().isAfter(now.plus(Duration.ofDays(TenderLimits.CLOSES_DAYS_MAX)))) {
      return Outcome.<TenderTerms>refused(TenderRefusal.CLOSES_TOO_LATE, "closesAt")
          .with("daysMax", TenderLimits.CLOSES_DAYS_MAX);
    }
    if (terms.deliverTo().isBefore(terms.deliverFrom())) {
      return Outcome.refused(TenderRefusal.DELIVERY_REVERSED, "deliverTo");
    }
    if (!terms.deliverFrom().isAfter(LocalCalendar.dayOf(terms.closesAt()))) {
      return Outcome.refused(TenderRefusal.DELIVERY_BEFORE_CLOSING, "deliverFrom");
    }
    if (terms.deliverFrom().isBefore(lot.availableFrom())) {
      return outsideWindow("deliverFrom", lot);
    }
    return terms.deliverTo().isAfter(lot.availableTo())
        ? outsideWindow("deliverTo", lot)
        : Outcome.done(terms);
  }

  private static Outcome<TenderTerms> outsideWindow(String field, Lot lot) {
    return Outcome.<TenderTerms>refused(TenderRefusal.DELIVERY_OUTSIDE_WINDOW, field)
        .with("availableFrom", lot.availableFrom().toString())
        .with("availableTo", lot.availableTo().toString());
  }
}
