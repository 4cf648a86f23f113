package cn.wufei.exchange.metrics;

import cn.wufei.exchange.ledger.AccountKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds flows up to a [Rate]. Pure: the same flows give the same figures.
final class RateCalculation {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_SCALE = 2;

  private final YearMonth from;
  private final YearMonth to;
  private final Map<AccountKind, Long> before = new EnumMap<>(AccountKind.class);
  private final Map<AccountKind, Long> within = new EnumMap<>(AccountKind.class);
  private final Map<AccountKind, Long> withinFromOld = new EnumMap<>(AccountKind.class);
  private long returnedKg;
  private long returnedFromOldKg;
  private long dispatchedKg;
  private long dispatchedFromOldKg;

  RateCalculation(YearMonth from, YearMonth to) {
    this.from = from;
    this.to = to;
  }

  static Rate of(
      YearMonth from, YearMonth to, Collection<Flow> flows, @Nullable Declared declared) {
    var calculation = new RateCalculation(from, to);
    flows.forEach(calculation::add);
    return calculation.rate(declared);
  }

  void add(Flow flow) {
    if (flow.month().isAfter(to)) {
      return;
    }
    if (flow.month().isBefore(from)) {
      before.merge(flow.to(), flow.kg(), Math::addExact);
      before.merge(flow.from(), -flow.kg(), Math::addExact);
      return;
    }
    merge(within, flow);
    if (flow.fromOldStock()) {
      merge(withinFromOld, flow);
    }
    addJourney(flow);
  }

  private static void merge(Map<AccountKind, Long> sums, Flow flow) {
    sums.merge(flow.to(), flow.kg(), Math::addExact);
    sums.merge(flow.from(), -flow.kg(), Math::addExact);
  }

  private void addJourney(Flow flow) {
    boolean leaves = flow.to() == AccountKind.IN_TRANSIT && isYard(flow.from());
    boolean returns = flow.from() == AccountKind.IN_TRANSIT && isYard(flow.to());
    if (leaves) {
      dispatchedKg += flow.kg();
      dispatchedFromOldKg += flow.fromOldStock() ? flow.kg() : 0;
    } else if (returns) {
      returnedKg += flow.kg();
      returnedFromOldKg += flow.fromOldStock() ? flow.kg() : 0;
    }
  }

  private static boolean isYard(AccountKind kind) {
    return kind == AccountKind.ON_HAND || kind == AccountKind.UNRECONCILED;
  }

  Rate rate(@Nullable Declared declared) {
    long generated = -change(AccountKind.GENERATED);
    long opening = -change(AccountKind.OPENING);
    long openingCurrentYear = opening + changeFromOld(AccountKind.OPENING);
    long produced = generated + openingCurrentYear;
    long ownUse = change(AccountKind.OWN_USE);
    long ownUseFromOld = changeFromOld(AccountKind.OWN_USE);
    long entrustedDeclared = dispatchedKg - returnedKg;
    long entrustedProven = change(AccountKind.USED);
    long usedDeclared = ownUse + entrustedDeclared;
    long usedProven = ownUse + entrustedProven;
    long oldDeclared = ownUseFromOld + dispatchedFromOldKg - returnedFromOldKg;
    long oldProven = ownUseFromOld + changeFromOld(AccountKind.USED);
    return new Rate(
        generated,
        opening,
        openingCurrentYear,
        -change(AccountKind.FOUND),
        ownUse,
        entrustedDeclared,
        entrustedProven,
        usedDeclared,
        usedProven,
        oldDeclared,
        oldProven,
        change(AccountKind.OWN_DISPOSAL),
        change(AccountKind.DUMPED),
        atEnd(AccountKind.ON_HAND),
        -atEnd(AccountKind.UNRECONCILED),
        declared == null ? null : declared.stockKg(),
        declared == null ? null : declared.residualKg(),
        percent(usedDeclared, produced + oldDeclared),
        percent(usedProven, produced + oldProven),
        new Rate.Bridge(
            before.getOrDefault(AccountKind.IN_TRANSIT, 0L)
                + before.getOrDefault(AccountKind.HEAP, 0L),
            change(AccountKind.DIFFERENCE),
            atEnd(AccountKind.IN_TRANSIT),
            atEnd(AccountKind.HEAP),
            returnedKg));
  }

  private long change(AccountKind kind) {
    return within.getOrDefault(kind, 0L);
  }

  private long changeFromOld(AccountKind kind) {
    return withinFromOld.getOrDefault(kind, 0L);
  }

  private long atEnd(AccountKind kind) {
    return before.getOrDefault(kind, 0L) + change(kind);
  }

  /// Half-up to two places; absent over nothing.
  private static @Nullable BigDecimal percent(long part, long whole) {
    if (whole <= 0) {
      return null;
    }
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(whole), PERCENT_SCALE, RoundingMode.HALF_UP);
  }

  /// What was last counted or declared, summed over streams.
  record Declared(long stockKg, long residualKg) {}
}
