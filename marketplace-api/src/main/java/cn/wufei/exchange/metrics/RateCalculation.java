package cn.wufei.exchange.metrics;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Flow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds flows up to a [Rate]. Pure: the same flows give the same figures.
final class RateCalculation {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_SCALE = 2;

  /// What makes good what left unrecorded. Within one stream what is on hand does so where a
  /// correction nets the yard, and is taken back where it no longer can.
  private static final Set<AccountKind> FILLERS =
      EnumSet.of(
          AccountKind.GENERATED, AccountKind.OPENING, AccountKind.ON_HAND, AccountKind.PROCESSING);

  private final YearMonth from;
  private final YearMonth to;
  private final Map<AccountKind, Long> before = new EnumMap<>(AccountKind.class);
  private final Map<AccountKind, Long> within = new EnumMap<>(AccountKind.class);
  private final Map<AccountKind, Long> withinFromOld = new EnumMap<>(AccountKind.class);
  private final Map<Id, Long> lostByStream = new HashMap<>();
  private final Map<Id, Long> madeGoodByStream = new HashMap<>();
  private long returnedKg;
  private long returnedFromOldKg;
  private long dispatchedKg;
  private long dispatchedFromOldKg;
  private long broughtInKg;
  private long broughtInFromOldKg;
  private long passedOnKg;
  private long passedOnFromOldKg;

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
      merge(before, flow);
      return;
    }
    merge(within, flow);
    if (flow.fromOldStock()) {
      merge(withinFromOld, flow);
    }
    addJourney(flow);
    addLoss(flow);
    addMadeGood(flow);
    addBetweenStreams(flow);
  }

  private static void merge(Map<AccountKind, Long> sums, Flow flow) {
    if (flow.takes()) {
      sums.merge(flow.to(), flow.kg(), Math::addExact);
    }
    if (flow.gives()) {
      sums.merge(flow.from(), -flow.kg(), Math::addExact);
    }
  }

  private void addBetweenStreams(Flow flow) {
    long fromOldKg = flow.fromOldStock() ? flow.kg() : 0;
    if (flow.side() == Flow.Side.TAKES) {
      broughtInKg += flow.kg();
      broughtInFromOldKg += fromOldKg;
    } else if (flow.side() == Flow.Side.GIVES) {
      passedOnKg += flow.kg();
      passedOnFromOldKg += fromOldKg;
    }
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

  private void addLoss(Flow flow) {
    if (flow.fromOldStock()) {
      return;
    }
    if (flow.to() == AccountKind.PROCESS_LOSS) {
      lostByStream.merge(flow.stream(), flow.kg(), Math::addExact);
    } else if (flow.from() == AccountKind.PROCESS_LOSS) {
      lostByStream.merge(flow.stream(), -flow.kg(), Math::addExact);
    }
  }

  private void addMadeGood(Flow flow) {
    boolean fills = flow.to() == AccountKind.UNRECONCILED && FILLERS.contains(flow.from());
    boolean nets = flow.from() == AccountKind.UNRECONCILED && flow.to() == AccountKind.ON_HAND;
    if (flow.fromOldStock() && flow.takes() && fills) {
      madeGoodByStream.merge(flow.stream(), flow.kg(), Math::addExact);
    } else if (flow.fromOldStock() && flow.side() == Flow.Side.BOTH && nets) {
      madeGoodByStream.merge(flow.stream(), -flow.kg(), Math::addExact);
    }
  }

  private static boolean isYard(AccountKind kind) {
    return kind == AccountKind.ON_HAND || kind == AccountKind.UNRECONCILED;
  }

  Rate rate(@Nullable Declared declared) {
    long generated = -change(AccountKind.GENERATED);
    long opening = -change(AccountKind.OPENING);
    long openingCurrentYear = opening + changeFromOld(AccountKind.OPENING);
    long ownUse = change(AccountKind.OWN_USE);
    long recovered = change(AccountKind.RECOVERED);
    long related = change(AccountKind.RELATED_PARTY) + change(AccountKind.RELATED_USE);
    long entrustedDeclared = dispatchedKg - returnedKg;
    long entrustedProven = change(AccountKind.USED);
    long usedDeclared = ownUse + recovered + related + entrustedDeclared;
    long usedProven = ownUse + recovered + change(AccountKind.RELATED_USE) + entrustedProven;
    long ownFromOld = changeFromOld(AccountKind.OWN_USE) + changeFromOld(AccountKind.RECOVERED);
    long oldDeclared =
        ownFromOld
            + changeFromOld(AccountKind.RELATED_PARTY)
            + changeFromOld(AccountKind.RELATED_USE)
            + dispatchedFromOldKg
            - returnedFromOldKg;
    long oldProven =
        ownFromOld + changeFromOld(AccountKind.RELATED_USE) + changeFromOld(AccountKind.USED);
    long produced = produced(generated, openingCurrentYear);
    return new Rate(
        generated,
        opening,
        openingCurrentYear,
        produced,
        -change(AccountKind.FOUND),
        broughtInKg,
        passedOnKg,
        ownUse,
        recovered,
        change(AccountKind.PROCESS_LOSS),
        related,
        change(AccountKind.RELATED_USE),
        entrustedDeclared,
        entrustedProven,
        usedDeclared,
        usedProven,
        oldDeclared,
        oldProven,
        change(AccountKind.OWN_DISPOSAL),
        change(AccountKind.DUMPED),
        before.getOrDefault(AccountKind.ON_HAND, 0L),
        -before.getOrDefault(AccountKind.UNRECONCILED, 0L),
        atEnd(AccountKind.ON_HAND),
        -atEnd(AccountKind.UNRECONCILED),
        declared == null ? null : declared.stockKg(),
        declared == null ? null : declared.residualKg(),
        percent(usedDeclared, produced + oldDeclared),
        percent(usedProven, produced + oldProven),
        new Rate.Bridge(
            before.getOrDefault(AccountKind.IN_TRANSIT, 0L)
                + before.getOrDefault(AccountKind.HEAP, 0L)
                + before.getOrDefault(AccountKind.RELATED_PARTY, 0L),
            change(AccountKind.DIFFERENCE),
            atEnd(AccountKind.IN_TRANSIT),
            atEnd(AccountKind.HEAP),
            atEnd(AccountKind.RELATED_PARTY),
            returnedKg));
  }

  /// The denominator but for used old stock. Generation of an earlier year that is recorded or
  /// corrected in this one is old stock: it enters the denominator when it is used.
  private long produced(long generatedKg, long openingCurrentYearKg) {
    long generatedThisYearKg = generatedKg + changeFromOld(AccountKind.GENERATED);
    return generatedThisYearKg
        + openingCurrentYearKg
        + madeGoodOfEarlierYears()
        + fromOtherStreams()
        + addedByProcessing();
  }

  /// What left unrecorded in an earlier year was used in that year and stood in no denominator; it
  /// enters this one when it is made good. What a correction only takes back and tells again made
  /// nothing good. Counted by stream, so that the parts of a plant add up to the plant.
  private long madeGoodOfEarlierYears() {
    return madeGoodByStream.values().stream().mapToLong(kg -> Math.max(0, kg)).sum();
  }

  /// Tonnes of this year that came from other streams less those that went to others. They were
  /// generated once, with their first stream; over all streams of a plant this is nothing but old
  /// stock that made good what left another stream unrecorded in this year.
  private long fromOtherStreams() {
    return broughtInKg - broughtInFromOldKg - (passedOnKg - passedOnFromOldKg);
  }

  /// Mass of this year that processing added, such as water: it can be used, so it stands in the
  /// denominator. What processing lost is not taken off there. Counted by stream, so that the parts
  /// of a plant add up to the plant.
  private long addedByProcessing() {
    return lostByStream.values().stream().mapToLong(lost -> Math.max(0, -lost)).sum();
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
