package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Outcome;
import java.time.Instant;

/// What weights and times must satisfy to be a record of something that happened.
final class LoadRules {

  private LoadRules() {}

  static Outcome<Weighing> dispatched(Weighing origin, Instant now) {
    if (origin.tareKg() >= origin.grossKg()) {
      return Outcome.refused(LoadRefusal.TARE_NOT_BELOW_GROSS, "tareKg");
    }
    return origin.at().isAfter(now)
        ? Outcome.refused(LoadRefusal.IN_FUTURE, "dispatchedAt")
        : Outcome.done(origin);
  }

  static Outcome<Settlement> received(
      Weighing origin, Weighing destination, Settlement settlement, Instant now) {
    if (destination.tareKg() >= destination.grossKg()) {
      return Outcome.refused(LoadRefusal.TARE_NOT_BELOW_GROSS, "tareKg");
    }
    if (settlement.acceptedKg() < 0) {
      return Outcome.<Settlement>refused(LoadRefusal.REJECTED_ABOVE_NET, "rejectedKg")
          .with("netKg", destination.netKg());
    }
    if (settlement.acceptedKg() == 0) {
      return Outcome.refused(LoadRefusal.EVERYTHING_REJECTED, "rejectedKg");
    }
    if (settlement.settledKg() < 0) {
      return Outcome.<Settlement>refused(LoadRefusal.DEDUCTION_TOO_LARGE, "deductionKg")
          .with("deductibleKg", settlement.deductibleKg());
    }
    return ended(origin, destination.at(), "receivedAt", now).map(_ -> settlement);
  }

  /// Whether a load that left can have ended then.
  static Outcome<Instant> ended(Weighing origin, Instant at, String field, Instant now) {
    if (at.isBefore(origin.at())) {
      return Outcome.refused(LoadRefusal.BEFORE_DISPATCH, field);
    }
    return at.isAfter(now) ? Outcome.refused(LoadRefusal.IN_FUTURE, field) : Outcome.done(at);
  }
}
