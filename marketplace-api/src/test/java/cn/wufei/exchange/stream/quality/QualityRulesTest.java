package cn.wufei.exchange.stream.quality;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.catalog.ParameterFixture;
import cn.wufei.exchange.kernel.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Map<String, Parameter> PARAMETERS =
      Map.of("moisture", ParameterFixture.moisture());

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # sampled,   reported,   valid to,   parameter, min, max, answer,                  field
            2026-03-01, 2026-03-01, -,          moisture,  8,   8,   done,                    -
            2026-02-01, 2026-02-03, 2031-02-03, moisture,  0,   100, done,                    -
            2020-02-01, 2020-02-03, 2020-02-03, moisture,  0,   100, done,                    -
            2026-03-02, 2026-03-02, 2020-01-01, glow,      9,   8,   report-sampled-in-future, sampledOn
            2026-03-01, 2026-03-02, 2020-01-01, glow,      9,   8,   report-dated-in-future,  reportedOn
            2026-03-01, 2026-02-28, 2020-01-01, glow,      9,   8,   reported-before-sampled, reportedOn
            2026-02-01, 2026-02-03, 2026-02-02, glow,      9,   8,   valid-before-reported,   validTo
            2026-02-01, 2026-02-03, 2031-02-04, glow,      9,   8,   valid-too-long,          validTo
            2026-02-01, 2026-02-03, -,          glow,      9,   8,   value-parameter-unknown, values[0].parameter
            2026-02-01, 2026-02-03, -,          moisture,  9,   8,   value-reversed,          values[0].min
            2026-02-01, 2026-02-03, -,          moisture,  -1,  8,   value-impossible,        values[0].min
            2026-02-01, 2026-02-03, -,          moisture,  1,   101, value-impossible,        values[0].max
          """)
  void a_report_is_checked_in_this_order(
      LocalDate sampled,
      LocalDate reported,
      @Nullable LocalDate validTo,
      String parameter,
      BigDecimal min,
      BigDecimal max,
      String answer,
      @Nullable String field) {
    assertAnswer(
        draft(sampled, reported, validTo, new MeasuredRange(parameter, min, max, "wet")),
        answer,
        field);
  }

  @Test
  void a_parameter_is_stated_once() {
    var moisture = new MeasuredRange("moisture", BigDecimal.ONE, BigDecimal.TWO, "wet");

    assertAnswer(
        draft(TODAY, TODAY, null, moisture, moisture), "value-repeated", "values[1].parameter");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # withdrawn,           valid to,   status
            -,                    -,          CURRENT
            -,                    2026-04-01, CURRENT
            -,                    2026-03-31, EXPIRING
            -,                    2026-03-01, EXPIRING
            -,                    2026-02-28, EXPIRED
            2026-02-01T00:00:00Z, 2026-04-01, WITHDRAWN
            2026-02-01T00:00:00Z, -,          WITHDRAWN
          """)
  void a_report_runs_out_after_its_last_day_and_says_so_thirty_days_before(
      @Nullable Instant withdrawn, @Nullable LocalDate validTo, QualityReport.Status status) {
    assertThat(QualityReport.Status.of(withdrawn, validTo, TODAY)).isEqualTo(status);
  }

  private static void assertAnswer(
      QualityReportDraft draft, String answer, @Nullable String field) {
    switch (QualityRules.check(draft, PARAMETERS::get, TODAY)) {
      case Outcome.Done<QualityReportDraft>(QualityReportDraft checked) -> {
        assertThat("done").isEqualTo(answer);
        assertThat(checked).isEqualTo(draft);
      }
      case Outcome.Refused<QualityReportDraft> refused -> {
        assertThat(refused.refusal().code()).isEqualTo(answer);
        assertThat(refused.field()).isEqualTo(field);
      }
    }
  }

  private static QualityReportDraft draft(
      LocalDate sampled, LocalDate reported, @Nullable LocalDate validTo, MeasuredRange... values) {
    return new QualityReportDraft(
        "质检站", "R-1", null, sampled, reported, validTo, true, null, List.of(values));
  }
}
