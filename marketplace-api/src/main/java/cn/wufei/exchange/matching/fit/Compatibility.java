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
    FORBIDDEN_USE
  }

  /// @param deliveredYuanPerT price ex works plus freight to the demand's site
  /// @param useForbidden whether the reference data forbid the material in the demand's use
  /// @param today days before it do not count as common days
  public static Verdict judge(
      Supply supply,
      Need need,
      BigDecimal deliveredYuanPerT,
      boolean useForbidden,
      LocalDate today) {
    Reason reason = unfit(supply, need, useForbidden);
    if (reason != null) {
      return new Verdict.Unfit(reason);
    }
    List<Obstacle> obstacles = new ArrayList<>();
    if (deliveredYuanPerT.compareTo(need.maxDeliveredYuanPerT()) > 0) {
      obstacles.add(
          new Obstacle(
              Obstacle.Key.PRICE,
              null,
              need.maxDeliveredYuanPerT().toPlainString(),
              deliveredYuanPerT.toPlainString()));
    }
    need.ranges().forEach(range -> addIfUnmet(range, supply.qualities(), obstacles));
    if (CommonDays.count(supply, need, today) == 0) {
      obstacles.add(
          new Obstacle(
              Obstacle.Key.WINDOW,
              null,
              days(need.neededFrom(), need.neededTo()),
              days(supply.availableFrom(), supply.availableTo())));
    }
    MonthlyFit fit = MonthlyFit.of(supply, need, today);
    if (supply.availableKg() <= 0 || need.openKg() <= 0) {
      obstacles.add(
          new Obstacle(
              Obstacle.Key.QUANTITY,
              null,
              Long.toString(need.openKg()),
              Long.toString(supply.availableKg())));
    } else if (fit.kg() == 0 && CommonDays.count(supply, need, today) > 0) {
      obstacles.add(noCommonMonth(supply, need, fit));
    }
    return obstacles.isEmpty() ? new Verdict.Match(fit.kg()) : new Verdict.NearMiss(obstacles);
  }

  private static @Nullable Reason unfit(Supply supply, Need need, boolean useForbidden) {
    if (!supply.open() || !need.open()) {
      return Reason.NOT_OPEN;
    }
    if (supply.organisationId().equals(need.organisationId())) {
      return Reason.SAME_ORGANISATION;
    }
    if (!need.materialKeys().contains(supply.materialKey())) {
      return Reason.OTHER_MATERIAL;
    }
    return useForbidden ? Reason.FORBIDDEN_USE : null;
  }

  /// A parameter that the lot states only on another basis is an obstacle of its own kind: wet and
  /// dry percentages do not compare.
  private static void addIfUnmet(
      ParameterRange required, List<ParameterRange> stated, List<Obstacle> obstacles) {
    List<ParameterRange> sameParameter =
        stated.stream().filter(range -> range.parameter().equals(required.parameter())).toList();
    if (sameParameter.isEmpty()) {
      obstacles.add(
          new Obstacle(Obstacle.Key.PARAMETER_MISSING, required.parameter(), text(required), null));
      return;
    }
    List<ParameterRange> sameBasis =
        sameParameter.stream().filter(range -> range.basis().equals(required.basis())).toList();
    if (sameBasis.isEmpty() || !sameBasis.stream().allMatch(range -> isWithin(range, required))) {
      ParameterRange shown = sameBasis.isEmpty() ? sameParameter.getFirst() : sameBasis.getFirst();
      obstacles.add(
          new Obstacle(Obstacle.Key.PARAMETER, required.parameter(), text(required), text(shown)));
    }
  }

  /// An end that the lot leaves open is not within an end that the demand closes.
  private static boolean isWithin(ParameterRange stated, ParameterRange required) {
    boolean above =
        required.min() == null
            || (stated.min() != null && stated.min().compareTo(required.min()) >= 0);
    boolean below =
        required.max() == null
            || (stated.max() != null && stated.max().compareTo(required.max()) <= 0);
    return above && below;
  }

  /// A side that does not recur has its days, one that does those months that are not over and have
  /// tonnes.
  private static Obstacle noCommonMonth(Supply supply, Need need, MonthlyFit fit) {
    return new Obstacle(
        Obstacle.Key.MONTHS,
        null,
        need.months().isEmpty()
            ? days(need.neededFrom(), need.neededTo())
            : months(fit, FitMonth::needKg),
        supply.months().isEmpty()
            ? days(supply.availableFrom(), supply.availableTo())
            : months(fit, FitMonth::supplyKg));
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
