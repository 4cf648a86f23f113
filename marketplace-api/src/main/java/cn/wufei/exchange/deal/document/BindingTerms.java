package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.approval.Approvals;
import cn.wufei.exchange.deal.AgreedPrice;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.PricedLoads;
import cn.wufei.exchange.deal.offer.MoreOfLot;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.DemandStatus;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.price.AdjustmentRules;
import cn.wufei.exchange.price.BindingSum;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an amendment of quantity or price must satisfy: when it is proposed, so that nothing is
/// proposed that could not be, and again when the last signature makes it hold.
@Singleton
class BindingTerms {

  private final MoreOfLot lot;
  private final Demands demands;
  private final PricedLoads loads;
  private final AdjustmentRules adjustments;
  private final BindingSum sums;
  private final Approvals approvals;

  BindingTerms(
      MoreOfLot lot,
      Demands demands,
      PricedLoads loads,
      AdjustmentRules adjustments,
      BindingSum sums,
      Approvals approvals) {
    this.lot = lot;
    this.demands = demands;
    this.loads = loads;
    this.adjustments = adjustments;
    this.sums = sums;
    this.approvals = approvals;
  }

  /// Checked in this order: the quantity is not below what was loaded, what it is more can be had
  /// ([MoreOfLot]) and the demand, unless it is over, still seeks it; the price has a day only
  /// where it changes, its bands are sound, its day lies in the time of delivery and after all
  /// loads whose price stands.
  Outcome<AgreementContent> check(
      Agreement agreement, AgreementContent before, AgreementContent after) {
    return quantity(agreement, after).then(_ -> price(agreement, before, after));
  }

  private Outcome<AgreementContent> quantity(Agreement agreement, AgreementContent after) {
    if (after.quantityKg() == agreement.quantityKg()) {
      return Outcome.done(after);
    }
    if (after.quantityKg() < agreement.fulfilledKg()) {
      return Outcome.<AgreementContent>refused(DocumentRefusal.BELOW_LOADED, Changes.QUANTITY)
          .with("loadedKg", agreement.fulfilledKg());
    }
    long moreKg = Agreements.moreReservedKg(agreement, after.quantityKg());
    if (moreKg <= 0) {
      return Outcome.done(after);
    }
    return switch (lot.check(agreement, moreKg).map(_ -> after)) {
      case Outcome.Refused<AgreementContent> refused -> refused.at(Changes.QUANTITY);
      case Outcome.Done<AgreementContent> done -> demanded(agreement, done, moreKg);
    };
  }

  private Outcome<AgreementContent> demanded(
      Agreement agreement, Outcome<AgreementContent> sought, long moreKg) {
    Id id = agreement.demandId();
    Demand demand = id == null ? null : demands.find(id);
    return demand == null
            || demand.status() == DemandStatus.WITHDRAWN
            || demand.status() == DemandStatus.EXPIRED
            || moreKg <= demand.openKg()
        ? sought
        : Outcome.<AgreementContent>refused(DocumentRefusal.MORE_THAN_DEMANDED, Changes.QUANTITY)
            .with("openKg", demand.openKg())
            .with("quantityMaxKg", agreement.quantityKg() + demand.openKg());
  }

  private Outcome<AgreementContent> price(
      Agreement agreement, AgreementContent before, AgreementContent after) {
    LocalDate from = after.price().from();
    if (!Changes.isRepriced(before, after)) {
      return from != null && !from.equals(before.price().from())
          ? Outcome.refused(DocumentRefusal.PRICE_DAY_ALONE, Changes.PRICE_FROM)
          : Outcome.done(after);
    }
    AgreementContent.Formula formula = after.price().formula();
    if (formula != null
        && formula.terms().index() != null
        && after.price().yuanPerT().compareTo(before.price().yuanPerT()) != 0) {
      return Outcome.refused(DocumentRefusal.PRICE_FOLLOWS_INDEX, Changes.PRICE);
    }
    return adjustments
        .check(after.movements())
        .then(_ -> from == null ? Outcome.done(after) : day(agreement, after, from));
  }

  private Outcome<AgreementContent> day(
      Agreement agreement, AgreementContent after, LocalDate from) {
    if (from.isBefore(after.deliverFrom()) || from.isAfter(after.deliverTo())) {
      return Outcome.refused(DocumentRefusal.PRICE_DAY_OUTSIDE_DELIVERY, Changes.PRICE_FROM);
    }
    LocalDate last = loads.lastReceivedOn(agreement.id());
    return last == null || from.isAfter(last)
        ? Outcome.done(after)
        : Outcome.<AgreementContent>refused(DocumentRefusal.PRICE_DAY_SETTLED, Changes.PRICE_FROM)
            .with("earliest", last.plusDays(1).toString());
  }

  /// The price as it holds once both have signed; nothing where it stays. Without a day it holds
  /// from the day of the last signature, and not for loads whose price stands.
  @Nullable AgreedPrice priceOf(
      Agreement agreement, AgreementContent before, AgreementContent after, Instant now) {
    if (!Changes.isRepriced(before, after)) {
      return null;
    }
    LocalDate from = after.price().from();
    if (from == null) {
      LocalDate today = LocalCalendar.dayOf(now);
      LocalDate last = loads.lastReceivedOn(agreement.id());
      from = last == null || last.isBefore(today) ? today : last.plusDays(1);
    }
    return new AgreedPrice(
        from, after.price().yuanPerT().setScale(2, RoundingMode.UNNECESSARY), after.movements());
  }

  /// Refused when the amendment binds the caller's firm to more than before and to more than the
  /// caller may alone.
  Outcome<Long> requireNoApproval(Caller caller, AgreementContent before, AgreementContent after) {
    long sumFen = sumOf(after);
    return sumFen > sumOf(before) ? approvals.requireNone(caller, sumFen) : Outcome.done(sumFen);
  }

  private long sumOf(AgreementContent content) {
    return sums.fen(content.quantityKg(), content.price().yuanPerT(), content.movements());
  }
}
