package cn.wufei.exchange.demand;

import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.schedule.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a demand's terms must satisfy whatever the rest of the market looks like.
final class DemandRules {

  static final int WINDOW_YEARS_MAX = 3;

  private DemandRules() {}

  /// The terms, or the first rule that they break.
  static Outcome<DemandTerms> check(DemandTerms terms, Vocabulary words, LocalDate today) {
    return window(terms, today)
        .then(_ -> names(terms, words))
        .then(_ -> ranges(terms, words))
        .then(_ -> months(terms));
  }

  private static Outcome<DemandTerms> window(DemandTerms terms, LocalDate today) {
    if (terms.neededTo().isBefore(terms.neededFrom())) {
      return Outcome.refused(DemandRefusal.WINDOW_REVERSED, "neededTo");
    }
    if (terms.neededTo().isBefore(today)) {
      return Outcome.refused(DemandRefusal.WINDOW_OVER, "neededTo");
    }
    if (terms.neededTo().isAfter(today.plusYears(WINDOW_YEARS_MAX))) {
      return Outcome.refused(DemandRefusal.WINDOW_TOO_LONG, "neededTo");
    }
    return Outcome.done(terms);
  }

  private static Outcome<DemandTerms> names(DemandTerms terms, Vocabulary words) {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < terms.materialKeys().size(); i++) {
      String key = terms.materialKeys().get(i);
      if (!words.hasMaterial(key)) {
        return Outcome.refused(DemandRefusal.MATERIAL_UNKNOWN, "materialKeys[" + i + "]");
      }
      if (!named.add(key)) {
        return Outcome.refused(DemandRefusal.MATERIAL_REPEATED, "materialKeys[" + i + "]");
      }
    }
    return words.hasUse(terms.use())
        ? Outcome.done(terms)
        : Outcome.refused(DemandRefusal.USE_UNKNOWN, "use");
  }

  private static Outcome<DemandTerms> ranges(DemandTerms terms, Vocabulary words) {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < terms.ranges().size(); i++) {
      RequiredRange range = terms.ranges().get(i);
      String path = "ranges[" + i + "]";
      Parameter parameter = words.parameter(range.parameter());
      if (parameter == null) {
        return Outcome.refused(DemandRefusal.PARAMETER_UNKNOWN, path + ".parameter");
      }
      if (!named.add(range.parameter())) {
        return Outcome.refused(DemandRefusal.PARAMETER_REPEATED, path + ".parameter");
      }
      if (range.min() == null && range.max() == null) {
        return Outcome.refused(DemandRefusal.RANGE_EMPTY, path);
      }
      if (isBelow(range.max(), range.min())) {
        return Outcome.refused(DemandRefusal.RANGE_REVERSED, path + ".min");
      }
      if (!parameter.admits(range.min())) {
        return parameter.refuse(DemandRefusal.RANGE_IMPOSSIBLE, path + ".min");
      }
      if (!parameter.admits(range.max())) {
        return parameter.refuse(DemandRefusal.RANGE_IMPOSSIBLE, path + ".max");
      }
    }
    return Outcome.done(terms);
  }

  private static Outcome<DemandTerms> months(DemandTerms terms) {
    return Schedule.check(terms.months(), terms.quantityKg(), terms.neededFrom(), terms.neededTo())
        .map(_ -> terms);
  }

  private static boolean isBelow(@Nullable BigDecimal value, @Nullable BigDecimal bound) {
    return value != null && bound != null && value.compareTo(bound) < 0;
  }

  /// The words of the catalog.
  interface Vocabulary {
    boolean hasMaterial(String key);

    boolean hasUse(String key);

    @Nullable Parameter parameter(String key);
  }
}
