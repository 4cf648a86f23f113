package cn.wufei.exchange.demand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.catalog.ParameterFixture;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemandRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Parameter MOISTURE = ParameterFixture.moisture();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # from,      to,         materials,        use,    parameters,        min, max, answer,             field
            2026-03-01, 2026-03-31, fly-ash|slag,     cement, moisture,          -,   12,  done,               -
            2025-03-01, 2026-03-01, fly-ash,          cement, moisture,          1,   1,   done,               -
            2026-03-02, 2026-03-01, moon,             base,   glow,              -,   -,   window-reversed,    neededTo
            2026-02-01, 2026-02-28, moon,             base,   glow,              -,   -,   window-over,        neededTo
            2026-03-01, 2029-03-02, moon,             base,   glow,              -,   -,   window-too-long,    neededTo
            2026-03-01, 2026-03-31, slag|moon,        base,   glow,              -,   -,   material-unknown,   materialKeys[1]
            2026-03-01, 2026-03-31, slag|slag,        base,   glow,              -,   -,   material-repeated,  materialKeys[1]
            2026-03-01, 2026-03-31, slag,             base,   glow,              -,   -,   use-unknown,        use
            2026-03-01, 2026-03-31, slag,             cement, glow,              -,   -,   parameter-unknown,  ranges[0].parameter
            2026-03-01, 2026-03-31, slag,             cement, moisture|moisture, 1,   2,   parameter-repeated, ranges[1].parameter
            2026-03-01, 2026-03-31, slag,             cement, moisture,          -,   -,   range-empty,        ranges[0]
            2026-03-01, 2026-03-31, slag,             cement, moisture,          200, 101, range-reversed,     ranges[0].min
            2026-03-01, 2026-03-31, slag,             cement, moisture,          -1,  101, range-impossible,   ranges[0].min
            2026-03-01, 2026-03-31, slag,             cement, moisture,          -,   101, range-impossible,   ranges[0].max
          """)
  void terms_are_checked_in_their_order(
      LocalDate from,
      LocalDate to,
      String materials,
      String use,
      String parameters,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      String answer,
      @Nullable String field) {
    List<RequiredRange> ranges =
        List.of(parameters.split("\\|", -1)).stream()
            .map(parameter -> new RequiredRange(parameter, min, max, "wet"))
            .toList();
    DemandTerms terms =
        new DemandTerms(
            List.of(materials.split("\\|", -1)),
            use,
            "水渣",
            null,
            1_000,
            BigDecimal.TEN,
            PriceBasis.DELIVERED,
            from,
            to,
            ranges,
            List.of());

    switch (DemandRules.check(terms, new Words(), TODAY)) {
      case Outcome.Done<DemandTerms> _ -> assertThat("done").isEqualTo(answer);
      case Outcome.Refused<DemandTerms> refused -> {
        assertThat(refused.refusal().code()).isEqualTo(answer);
        assertThat(refused.field()).isEqualTo(field);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # status,    open, then
            PUBLISHED, 1,    PUBLISHED
            PUBLISHED, 0,    CLOSED
            CLOSED,    1,    PUBLISHED
            CLOSED,    0,    CLOSED
            WITHDRAWN, 1,    WITHDRAWN
          """)
  void a_demand_closes_by_itself_and_is_withdrawn_by_will(
      DemandStatus status, long open, DemandStatus then) {
    assertThat(status.given(open)).isEqualTo(then);
  }

  private static final class Words implements DemandRules.Vocabulary {

    @Override
    public boolean hasMaterial(String key) {
      return List.of("fly-ash", "slag").contains(key);
    }

    @Override
    public boolean hasUse(String key) {
      return key.equals("cement");
    }

    @Override
    public @Nullable Parameter parameter(String key) {
      return key.equals(MOISTURE.key()) ? MOISTURE : null;
    }
  }
}
