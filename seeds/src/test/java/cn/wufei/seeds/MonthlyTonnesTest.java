package cn.wufei.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MonthlyTonnesTest {

  private static final DemoCalendar CALENDAR =
      new DemoCalendar(Instant.parse("2026-11-26T01:00:00Z"));

  @Test
  void tonnes_follow_the_profile_and_sum_to_the_quantity() {
    List<BigDecimal> shares =
        Collections.nCopies(11, "0.60").stream().map(BigDecimal::new).toList();
    var tonnes =
        new MonthlyTonnes(
                Stream.concat(shares.stream(), Stream.of(BigDecimal.ZERO)).toList(), CALENDAR)
            .of(new Market.Recurring("test", 1, 4), 1_000);

    assertThat(tonnes)
        .containsExactly(
            Map.entry(YearMonth.of(2026, 12), 0L),
            Map.entry(YearMonth.of(2027, 1), 334L),
            Map.entry(YearMonth.of(2027, 2), 333L),
            Map.entry(YearMonth.of(2027, 3), 333L));
  }
}
