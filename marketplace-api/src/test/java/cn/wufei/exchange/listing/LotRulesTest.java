package cn.wufei.exchange.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.catalog.ParameterFixture;
import cn.wufei.exchange.kernel.Outcome;
import java.math.BigDecimal;
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
class LotRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Map<String, Parameter> PARAMETERS =
      Map.of("moisture", ParameterFixture.moisture());

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # from,      to,         parameter, min,  max, answer,             field
            2026-03-01, 2026-03-01, moisture,  8,    11,  done,               -
            2025-01-01, 2029-03-01, moisture,  0,    100, done,               -
            2026-03-02, 2026-03-01, -,         9,    8,   window-reversed,    availableTo
            2026-02-01, 2026-02-28, -,         9,    8,   window-over,        availableTo
            2026-03-01, 2029-03-02, -,         9,    8,   window-too-long,    availableTo
            2026-03-01, 2026-03-31, glow,      9,    8,   parameter-unknown,  qualities[0].parameter
            2026-03-01, 2026-03-31, moisture,  9,    8,   range-reversed,     qualities[0].min
            2026-03-01, 2026-03-31, moisture,  -1,   8,   range-impossible,   qualities[0].min
            2026-03-01, 2026-03-31, moisture,  1,    101, range-impossible,   qualities[0].max
          """)
  void terms_are_checked_in_their_order(
      LocalDate from,
      LocalDate to,
      @Nullable String parameter,
      BigDecimal min,
      BigDecimal max,
      String answer,
      @Nullable String field) {
    String key = parameter == null ? "moisture" : parameter;
    assertAnswer(terms(from, to, range(key, min, max)), answer, field);
  }

  @Test
  void a_parameter_is_stated_once() {
    QualityRange moisture = range("moisture", BigDecimal.ONE, BigDecimal.TWO);

    assertAnswer(
        terms(TODAY, TODAY, moisture, moisture), "parameter-repeated", "qualities[1].parameter");
  }

  @Test
  void an_empty_description_is_none_and_prices_have_two_places() {
    LotTerms terms =
        new LotTerms(
            " 水渣 ",
            "  ",
            new BigDecimal("-3.5"),
            false,
            null,
            TODAY,
            TODAY,
            List.of(),
            List.of(),
            List.of(),
            LotConditions.NONE);

    assertThat(terms)
        .isEqualTo(
            new LotTerms(
                "水渣",
                null,
                new BigDecimal("-3.50"),
                false,
                null,
                TODAY,
                TODAY,
                List.of(),
                List.of(),
                List.of(),
                LotConditions.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # status,    available, reserved, then
            PUBLISHED, 1,         0,        PUBLISHED
            PUBLISHED, 0,         1,        PUBLISHED
            PUBLISHED, 0,         0,        CLOSED
            CLOSED,    0,         1,        PUBLISHED
            CLOSED,    0,         0,        CLOSED
            WITHDRAWN, 5,         5,        WITHDRAWN
          """)
  void a_lot_closes_by_itself_and_is_withdrawn_by_will(
      LotStatus status, long available, long reserved, LotStatus then) {
    assertThat(status.given(available, reserved)).isEqualTo(then);
  }

  private static void assertAnswer(LotTerms terms, String answer, @Nullable String field) {
    switch (LotRules.check(terms, key -> PARAMETERS.get(key), "370100"::equals, TODAY)) {
      case Outcome.Done<LotTerms> _ -> assertThat("done").isEqualTo(answer);
      case Outcome.Refused<LotTerms> refused -> {
        assertThat(refused.refusal().code()).isEqualTo(answer);
        assertThat(refused.field()).isEqualTo(field);
      }
    }
  }

  private static QualityRange range(String parameter, BigDecimal min, BigDecimal max) {
    return new QualityRange(parameter, min, max, "wet");
  }

  private static LotTerms terms(LocalDate from, LocalDate to, QualityRange... ranges) {
    return new LotTerms(
        "水渣",
        null,
        BigDecimal.TEN,
        true,
        null,
        from,
        to,
        List.of(ranges),
        List.of(),
        List.of(),
        LotConditions.NONE);
  }
}
