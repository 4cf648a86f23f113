package cn.wufei.exchange.listing;

import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.kernel.Outcome;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a lot's terms must satisfy whatever the rest of the market looks like.
final class LotRules {

  private LotRules() {}

  /// The terms, or the first rule that they break.
  ///
  /// @param isRegion whether the catalog has a division
  static Outcome<LotTerms> check(
      LotTerms terms, Parameters parameters, Predicate<String> isRegion, LocalDate today) {
    if (terms.availableTo().isBefore(terms.availableFrom())) {
      return Outcome.refused(LotRefusal.WINDOW_REVERSED, "availableTo");
    }
    if (terms.availableTo().isBefore(today)) {
      return Outcome.refused(LotRefusal.WINDOW_OVER, "availableTo");
    }
    if (terms.availableTo().isAfter(today.plusYears(LotLimits.WINDOW_YEARS_MAX))) {
      return Outcome.refused(LotRefusal.WINDOW_TOO_LONG, "availableTo");
    }
    Set<String> stated = new HashSet<>();
    for (int i = 0; i < terms.qualities().size(); i++) {
      QualityRange range = terms.qualities().get(i);
      String path = "qualities[" + i + "]";
      Parameter parameter = parameters.find(range.parameter());
      if (parameter == null) {
        return Outcome.refused(LotRefusal.PARAMETER_UNKNOWN, path + ".parameter");
      }
      if (!stated.add(range.parameter())) {
        return Outcome.refused(LotRefusal.PARAMETER_REPEATED, path + ".parameter");
      }
      if (range.min().compareTo(range.max()) > 0) {
        return Outcome.refused(LotRefusal.RANGE_REVERSED, path + ".min");
      }
      if (!parameter.admits(range.min())) {
        return parameter.refuse(LotRefusal.RANGE_IMPOSSIBLE, path + ".min");
      }
      if (!parameter.admits(range.max())) {
        return parameter.refuse(LotRefusal.RANGE_IMPOSSIBLE, path + ".max");
      }
    }
    return conditions(terms.conditions(), isRegion).map(_ -> terms);
  }

  private static Outcome<LotConditions> conditions(
      LotConditions conditions, Predicate<String> isRegion) {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < conditions.destinations().size(); i++) {
      String region = conditions.destinations().get(i);
      String path = "destinations[" + i + "]";
      if (!isRegion.test(region)) {
        return Outcome.<LotConditions>refused(LotRefusal.DESTINATION_UNKNOWN, path)
            .with("region", region);
      }
      if (!named.add(region)) {
        return Outcome.refused(LotRefusal.DESTINATION_REPEATED, path);
      }
    }
    LoadingHours hours = conditions.loadingHours();
    return hours != null && hours.isReversed()
        ? Outcome.refused(LotRefusal.LOADING_HOURS_REVERSED, "loadingHours.to")
        : Outcome.done(conditions);
  }

  /// The catalog's quality parameters by key.
  @FunctionalInterface
  interface Parameters {
    @Nullable Parameter find(String key);
  }
}
