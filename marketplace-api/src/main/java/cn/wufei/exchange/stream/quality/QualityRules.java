package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.kernel.Outcome;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a report must satisfy whatever else is recorded.
final class QualityRules {

  static final int VALID_YEARS_MAX = 5;

  private QualityRules() {}

  /// The report, or the first rule that it breaks.
  ///
  /// @param parameters the catalog's, by key
  static Outcome<QualityReportDraft> check(
      QualityReportDraft draft, Function<String, @Nullable Parameter> parameters, LocalDate today) {
    if (draft.sampledOn().isAfter(today)) {
      return Outcome.refused(QualityRefusal.REPORT_SAMPLED_IN_FUTURE, "sampledOn");
    }
    if (draft.reportedOn().isAfter(today)) {
      return Outcome.refused(QualityRefusal.REPORT_DATED_IN_FUTURE, "reportedOn");
    }
    if (draft.reportedOn().isBefore(draft.sampledOn())) {
      return Outcome.refused(QualityRefusal.REPORTED_BEFORE_SAMPLED, "reportedOn");
    }
    LocalDate validTo = draft.validTo();
    if (validTo != null && validTo.isBefore(draft.reportedOn())) {
      return Outcome.refused(QualityRefusal.VALID_BEFORE_REPORTED, "validTo");
    }
    if (validTo != null && validTo.isAfter(draft.reportedOn().plusYears(VALID_YEARS_MAX))) {
      return Outcome.refused(QualityRefusal.VALID_TOO_LONG, "validTo");
    }
    return values(draft.values(), parameters).map(_ -> draft);
  }

  private static Outcome<List<MeasuredRange>> values(
      List<MeasuredRange> values, Function<String, @Nullable Parameter> parameters) {
    Set<String> stated = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      MeasuredRange value = values.get(i);
      String path = "values[" + i + "]";
      Parameter parameter = parameters.apply(value.parameter());
      if (parameter == null) {
        return Outcome.refused(QualityRefusal.VALUE_PARAMETER_UNKNOWN, path + ".parameter");
      }
      if (!stated.add(value.parameter())) {
        return Outcome.refused(QualityRefusal.VALUE_REPEATED, path + ".parameter");
      }
      if (value.min().compareTo(value.max()) > 0) {
        return Outcome.refused(QualityRefusal.VALUE_REVERSED, path + ".min");
      }
      if (!parameter.admits(value.min())) {
        return parameter.refuse(QualityRefusal.VALUE_IMPOSSIBLE, path + ".min");
      }
      if (!parameter.admits(value.max())) {
        return parameter.refuse(QualityRefusal.VALUE_IMPOSSIBLE, path + ".max");
      }
    }
    return Outcome.done(values);
  }
}
