package cn.wufei.exchange.matching.fit;

import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The hard constraints between a lot and a demand. A pair that meets all of them is a match; a
/// pair of the right material that fails some is a near miss with an obstacle for each.
public final class Compatibility {

  private Compatibility() {}

  /// What is to be said of a pair.
  public sealed interface Verdict {

    /// Every constraint holds for `quantityKg`.
    record Match(long quantityKg) implements Verdict {}

    record NearMiss(List<Obstacle> obstacles) implements Verdict {

      public NearMiss {
        obstacles = List.copyOf(obstacles);
      }
    }

    /// Nothing that either side could change would make it a match.
    record Unfit(Reason reason) implements Verdict {}
  }

  /// Why a pair is not even a near miss, in the order in which it is checked.
  public enum Reason {
    NOT_OPEN,
    SAME_ORGANISATION,
    OTHER_MATERIAL,
    FORBIDDEN_USE,
    OTHER_DESTINATION
  }

  /// @param carriage the way from the lot's site to the demand's
  /// @param useForbidden whether the reference data forbid the material in the demand's use
  /// @param today days before it do not count as common days
  public static Verdict judge(
      Supply supply, Need need, Carriage carriage, boolean useForbidden, LocalDate today) {
    List<Obstacle> obstacles = new ArrayList<>();
    for (Check check : checks(supply, need, carriage, useForbidden, today)) {
      Obstacle.Key obstacle = check.key().obstacle();
      if (!check.holds() && obstacle == null) {
        return new Verdict.Unfit(reason(check.key()));
      }
      if (!check.holds() && obstacle != null) {
        obstacles.add(new Obstacle(obstacle, check.parameter(), check.need(), check.have()));
      }
    }
    return obstacles.isEmpty()
        ? new Verdict.Match(MonthlyFit.of(supply, need, today).kg())
        : new Verdict.NearMiss(obstacles);
  }

  /// Every constraint, those that hold included; the parameters of [#judge].
  public static List<Check> checks(
      Supply supply, Need need, Carriage carriage, boolean useForbidden, LocalDate today) {
    List<Check> checks = new ArrayList<>();
    checks.add(gate(Check.Key.LOT_OPEN, supply.open()));
    checks.add(gate(Check.Key.DEMAND_OPEN, need.open()));
    checks.add(
        gate(Check.Key.OTHER_ORGANISATION, !supply.organisationId().equals(need.organisationId())));
    checks.add(
        new Check(
            Check.Key.MATERIAL,
            need.materialKeys().contains(supply.materialKey()),
            null,
            String.join(" ", need.materialKeys().stream().sorted().toList()),
            supply.materialKey()));
    checks.add(new Check(Check.Key.USE, !useForbidden, null, need.use(), supply.materialKey()));
    if (!supply.destinations().isEmpty()) {
      checks.add(destination(supply, need));
    }
    BigDecimal asked = carriage.asked(supply, need);
    checks.add(
        new Check(
            Check.Key.PRICE,
            asked.compareTo(need.maxDeliveredYuanPerT()) <= 0,
            null,
            need.maxDeliveredYuanPerT().toPlainString(),
            asked.toPlainString()));
    if (supply.radiusKm() != null) {
      checks.add(
          new Check(
              Check.Key.DELIVERY,
              carriage.isOffered(supply),
              null,
              carriage.roundedUpKm().toPlainString(),
              String.valueOf(supply.radiusKm())));
    }
    need.ranges().forEach(range -> checks.add(parameter(range, supply.qualities())));
    checks.add(
        new Check(
            Check.Key.WINDOW,
            CommonDays.count(supply, need, today) > 0,
            null,
            days(need.neededFrom(), need.neededTo()),
            days(supply.availableFrom(), supply.availableTo())));
    checks.add(
        new Check(
            Check.Key.QUANTITY,
            supply.availableKg() > 0 && need.openKg() > 0,
            null,
            Long.toString(need.openKg()),
            Long.toString(supply.availableKg())));
    if (supply.leastKg() > 0) {
      checks.add(leastQuantity(supply, need, today));
    }
    if (supply.recurs() || need.recurs()) {
      checks.add(months(supply, need, today));
    }
    return checks;
  }

  private static Check destination(Supply supply, Need need) {
    return new Check(
        Check.Key.DESTINATION,
        need.divisions().stream().anyMatch(supply.destinations()::contains),
        null,
        need.divisions().isEmpty() ? null : need.divisions().getLast(),
        String.join(" ", supply.destinations()));
  }

  private static Check gate(Check.Key key, boolean holds) {
    return new Check(key, holds, null, null, null);
  }

  private static Reason reason(Check.Key failed) {
    return switch (failed) {
      case LOT_OPEN, DEMAND_OPEN -> Reason.NOT_OPEN;
      case OTHER_ORGANISATION -> Reason.SAME_ORGANISATION;
      case MATERIAL -> Reason.OTHER_MATERIAL;
      case USE -> Reason.FORBIDDEN_USE;
      case DESTINATION -> Reason.OTHER_DESTINATION;
      case BUYER_APPROVED -> throw new IllegalArgumentException("not asked here: " + failed);
      case PRICE,
          DELIVERY,
          PARAMETER,
          PARAMETER_MISSING,
          WINDOW,
          QUANTITY,
          LEAST_QUANTITY,
          MONTHS ->
          throw new IllegalArgumentException("a near miss: " + failed);
    };
  }

  /// A parameter that the lot states only on another basis does not hold: wet and dry percentages
  /// do not compare.
  private static Check parameter(ParameterRange required, List<ParameterRange> stated) {
    List<ParameterRange> sameParameter =
        stated.stream().filter(range -> range.parameter().equals(required.parameter())).toList();
    if (sameParameter.isEmpty()) {
      return new Check(
          Check.Key.PARAMETER_MISSING, false, required.parameter(), text(required), null);
    }
    List<ParameterRange> sameBasis =
        sameParameter.stream().filter(range -> range.basis().equals(required.basis())).toList();
    boolean holds =
        !sameBasis.isEmpty() && sameBasis.stream().allMatch(range -> isWithin(range, required));
    ParameterRange shown = sameBasis.isEmpty() ? sameParameter.getFirst() : sameBasis.getFirst();
    return new Check(Check.Key.PARAMETER, holds, required.parameter(), text(required), text(shown));
  }

  /// An end that the lot leaves open is not within an end that the demand closes.
  static boolean isWithin(ParameterRange stated, ParameterRange required) {
    boolean above =
        required.min() == null
            || (stated.min() != null && stated.min().compareTo(required.min()) >= 0);
    boolean below =
        required.max() == null
            || (stated.max() != null && stated.max().compareTo(required.max()) <= 0);
    return above && below;
  }

  /// What the two can agree on: what moves month by month, or what both have where nothing does
  /// yet, as nobody knows which months they would agree on.
  static long movableKg(Supply supply, Need need, LocalDate today) {
    long kg = MonthlyFit.of(supply, need, today).kg();
    return kg > 0 ? kg : Math.max(0, Math.min(supply.availableKg(), need.openKg()));
  }

  /// Holds when nothing is left, which is a constraint of its own.
  private static Check leastQuantity(Supply supply, Need need, LocalDate today) {
    long movableKg = movableKg(supply, need, today);
    boolean nothingLeft = supply.availableKg() <= 0 || need.openKg() <= 0;
    return new Check(
        Check.Key.LEAST_QUANTITY,
        nothingLeft || movableKg >= supply.leastKg(),
        null,
        Long.toString(movableKg),
        Long.toString(supply.leastKg()));
  }

  /// A side that does not recur has its days, one that does those months that are not over and have
  /// tonnes. Holds when there is no common day or nothing left, which are constraints of their own.
  private static Check months(Supply supply, Need need, LocalDate today) {
    MonthlyFit fit = MonthlyFit.of(supply, need, today);
    boolean other =
        supply.availableKg() <= 0
            || need.openKg() <= 0
            || CommonDays.count(supply, need, today) == 0;
    return new Check(
        Check.Key.MONTHS,
        fit.kg() > 0 || other,
        null,
        need.recurs() ? months(fit, FitMonth::needKg) : days(need.neededFrom(), need.neededTo()),
        supply.recurs()
            ? months(fit, FitMonth::supplyKg)
            : days(supply.availableFrom(), supply.availableTo()));
  }

  private static @Nullable String months(
      MonthlyFit fit, Function<FitMonth, @Nullable Long> quantityKg) {
    String text =
        fit.months().stream()
            .filter(month -> Objects.requireNonNullElse(quantityKg.apply(month), 0L) > 0)
            .map(FitMonth::month)
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? null : text;
  }

  private static String text(ParameterRange range) {
    StringJoiner text = new StringJoiner(" ");
    if (range.min() != null && range.max() != null) {
      text.add(plain(range.min()) + ".." + plain(range.max()));
    } else if (range.min() != null) {
      text.add(">= " + plain(range.min()));
    } else if (range.max() != null) {
      text.add("<= " + plain(range.max()));
    }
    return text.add(range.basis()).toString();
  }

  private static String plain(@Nullable BigDecimal value) {
    return Objects.requireNonNull(value).stripTrailingZeros().toPlainString();
  }

  private static String days(LocalDate from, LocalDate to) {
    return from + ".." + to;
  }
}
