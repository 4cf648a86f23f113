package cn.wufei.exchange.matching.fit;

import cn.wufei.indexer.document.ParameterRange;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The smallest change that takes one obstacle away: either side alone can make it. A pair matches
/// once all its changes are made.
///
/// @param by how far apart the two are: yuan per tonne, the parameter's unit, days, months or
///   kilograms; absent when something has to be said first
/// @param demandTo what the demand would have to accept instead, as a figure, a day or a month
/// @param lotTo what the lot would have to be instead, as a figure, a day or a month
@Serdeable
@Schema(name = "MatchChange")
public record Change(
    Kind kind,
    @Nullable String parameter,
    @Nullable String basis,
    @Nullable BigDecimal by,
    @Nullable String demandTo,
    @Nullable String lotTo) {

  @Serdeable
  public enum Kind {
    /// The demand pays more, or the lot costs less.
    @JsonProperty("price")
    PRICE,
    /// The lot is delivered further.
    @JsonProperty("delivery")
    DELIVERY,
    /// The demand accepts more of the parameter, or the lot has less.
    @JsonProperty("maximum")
    MAXIMUM,
    /// The demand accepts less of the parameter, or the lot has more.
    @JsonProperty("minimum")
    MINIMUM,
    /// The lot states the parameter, or an end of its range that it leaves open.
    @JsonProperty("report")
    REPORT,
    /// The lot states the parameter on the demand's basis.
    @JsonProperty("basis")
    BASIS,
    /// The demand wants it until a later day, or the lot is to be had earlier.
    @JsonProperty("until-later")
    UNTIL_LATER,
    /// The demand wants it from an earlier day, or the lot is to be had longer.
    @JsonProperty("from-earlier")
    FROM_EARLIER,
    /// Nothing is left of one of them.
    @JsonProperty("quantity")
    QUANTITY,
    /// The demand takes more, or the lot is sold in smaller quantities. Where one of them recurs it
    /// is the lot's to change: that more is sought in all does not move more in the common months.
    @JsonProperty("least-quantity")
    LEAST_QUANTITY,
    /// One of them recurs, and nothing can move in any month: the demand wants tonnes in a month in
    /// which the lot has them, or the lot has some when the demand wants them.
    @JsonProperty("months")
    MONTHS
  }

  /// All changes that a pair of the right material needs, in the order of its obstacles; none when
  /// it matches.
  public static List<Change> of(Supply supply, Need need, Carriage carriage, LocalDate today) {
    List<Change> changes = new ArrayList<>();
    BigDecimal asked = carriage.asked(supply, need);
    BigDecimal over = asked.subtract(need.maxDeliveredYuanPerT());
    if (over.signum() > 0) {
      changes.add(
          new Change(
              Kind.PRICE,
              null,
              null,
              over,
              asked.toPlainString(),
              supply.priceYuanPerT().subtract(over).toPlainString()));
    }
    if (!carriage.isOffered(supply)) {
      BigDecimal km = carriage.roundedUpKm();
      changes.add(
          new Change(
              Kind.DELIVERY,
              null,
              null,
              km.subtract(BigDecimal.valueOf(Objects.requireNonNull(supply.radiusKm()))),
              null,
              km.toPlainString()));
    }
    need.ranges().forEach(range -> addForParameter(range, supply.qualities(), changes));
    boolean left = supply.availableKg() > 0 && need.openKg() > 0;
    boolean recurs = supply.recurs() || need.recurs();
    if (CommonDays.count(supply, need, today) == 0) {
      if (recurs) {
        changes.add(months(supply, need, today));
      } else {
        addForWindow(supply, need, today, changes);
      }
    } else if (left && recurs && MonthlyFit.of(supply, need, today).kg() == 0) {
      changes.add(months(supply, need, today));
    }
    if (!left) {
      changes.add(new Change(Kind.QUANTITY, null, null, null, null, null));
    }
    long movableKg = Compatibility.movableKg(supply, need, today);
    if (left && movableKg < supply.leastKg()) {
      changes.add(
          new Change(
              Kind.LEAST_QUANTITY,
              null,
              null,
              BigDecimal.valueOf(supply.leastKg() - movableKg),
              recurs ? null : Long.toString(supply.leastKg()),
              Long.toString(movableKg)));
    }
    return changes;
  }

  /// The two months that lie nearest to each other, of equal ones the earliest. A side whose months
  /// are all over has none that the other could go to.
  private static Change months(Supply supply, Need need, LocalDate today) {
    List<YearMonth> had =
        CommonDays.months(supply.availableFrom(), supply.availableTo(), supply.months(), today);
    List<YearMonth> wanted =
        CommonDays.months(need.neededFrom(), need.neededTo(), need.months(), today);
    if (had.isEmpty() || wanted.isEmpty()) {
      return new Change(
          Kind.MONTHS,
          null,
          null,
          null,
          had.isEmpty() ? null : had.getFirst().toString(),
          wanted.isEmpty() ? null : wanted.getFirst().toString());
    }
    YearMonth nearestHad = had.getFirst();
    YearMonth nearestWanted = wanted.getFirst();
    for (YearMonth one : had) {
      for (YearMonth other : wanted) {
        if (apart(one, other) < apart(nearestHad, nearestWanted)) {
          nearestHad = one;
          nearestWanted = other;
        }
      }
    }
    return new Change(
        Kind.MONTHS,
        null,
        null,
        BigDecimal.valueOf(apart(nearestHad, nearestWanted)),
        nearestHad.toString(),
        nearestWanted.toString());
  }

  private static long apart(YearMonth one, YearMonth other) {
    return Math.abs(ChronoUnit.MONTHS.between(one, other));
  }

  private static void addForParameter(
      ParameterRange required, List<ParameterRange> stated, List<Change> changes) {
    List<ParameterRange> sameParameter =
        stated.stream().filter(range -> range.parameter().equals(required.parameter())).toList();
    List<ParameterRange> sameBasis =
        sameParameter.stream().filter(range -> range.basis().equals(required.basis())).toList();
    if (sameBasis.isEmpty()) {
      changes.add(say(sameParameter.isEmpty() ? Kind.REPORT : Kind.BASIS, required));
      return;
    }
    boolean openEnd =
        sameBasis.stream()
            .anyMatch(range ->
                (required.min() != null && range.min() == null)
                    || (required.max() != null && range.max() == null));
    if (openEnd) {
      changes.add(say(Kind.REPORT, required));
    }
    addForMaximum(required, sameBasis, changes);
    addForMinimum(required, sameBasis, changes);
  }

  private static void addForMaximum(
      ParameterRange required, List<ParameterRange> stated, List<Change> changes) {
    BigDecimal limit = required.max();
    BigDecimal worst = null;
    for (ParameterRange range : stated) {
      BigDecimal max = range.max();
      worst = worst == null || (max != null && max.compareTo(worst) > 0) ? max : worst;
    }
    if (limit != null && worst != null && worst.compareTo(limit) > 0) {
      changes.add(moved(Kind.MAXIMUM, required, worst.subtract(limit), worst, limit));
    }
  }

  private static void addForMinimum(
      ParameterRange required, List<ParameterRange> stated, List<Change> changes) {
    BigDecimal limit = required.min();
    BigDecimal worst = null;
    for (ParameterRange range : stated) {
      BigDecimal min = range.min();
      worst = worst == null || (min != null && min.compareTo(worst) < 0) ? min : worst;
    }
    if (limit != null && worst != null && worst.compareTo(limit) < 0) {
      changes.add(moved(Kind.MINIMUM, required, limit.subtract(worst), worst, limit));
    }
  }

  private static Change say(Kind kind, ParameterRange required) {
    return new Change(kind, required.parameter(), required.basis(), null, null, null);
  }

  private static Change moved(
      Kind kind, ParameterRange required, BigDecimal by, BigDecimal worst, BigDecimal limit) {
    return new Change(
        kind,
        required.parameter(),
        required.basis(),
        by.stripTrailingZeros(),
        worst.stripTrailingZeros().toPlainString(),
        limit.stripTrailingZeros().toPlainString());
  }

  private static void addForWindow(
      Supply supply, Need need, LocalDate today, List<Change> changes) {
    LocalDate had = Collections.max(List.of(supply.availableFrom(), today));
    LocalDate wanted = Collections.max(List.of(need.neededFrom(), today));
    if (need.neededTo().isBefore(had)) {
      changes.add(days(Kind.UNTIL_LATER, need.neededTo(), had));
    }
    if (supply.availableTo().isBefore(wanted)) {
      changes.add(days(Kind.FROM_EARLIER, supply.availableTo(), wanted));
    }
  }

  /// The earlier day belongs to the side that ends, the later to the side that begins.
  private static Change days(Kind kind, LocalDate ends, LocalDate begins) {
    BigDecimal by = BigDecimal.valueOf(ChronoUnit.DAYS.between(ends, begins));
    return kind == Kind.UNTIL_LATER
        ? new Change(kind, null, null, by, begins.toString(), ends.toString())
        : new Change(kind, null, null, by, ends.toString(), begins.toString());
  }
}
