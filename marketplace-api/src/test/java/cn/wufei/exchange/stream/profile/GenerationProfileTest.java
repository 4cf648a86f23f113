package cn.wufei.exchange.stream.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GenerationProfileTest {

  private static final Id STREAM = new Id(7);

  /// 310 kg in January, 280 in February, 310 in March and so on: 10 kg a day; nothing in December.
  private static final GenerationProfile PROFILE =
      new GenerationProfile(
          STREAM,
          1,
          List.of(310L, 280L, 310L, 300L, 310L, 300L, 310L, 310L, 300L, 310L, 300L, 0L),
          Instant.EPOCH);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # from,      to,         kg
            2026-01-01, 2026-01-31, 310
            2026-01-01, 2026-01-01, 10
            2026-01-31, 2026-02-01, 20
            2026-01-15, 2026-03-10, 550
            2028-02-01, 2028-02-29, 280
            2028-02-29, 2028-02-29, 9
            2026-11-30, 2027-01-01, 20
            2026-12-01, 2026-12-31, 0
            2026-01-01, 2027-12-31, 6680
            2026-01-02, 2026-01-01, 0
          """)
  void a_month_that_is_there_in_part_counts_by_its_days(LocalDate from, LocalDate to, long kg) {
    assertThat(PROFILE.expectedKg(from, to)).isEqualTo(kg);
  }

  @Test
  void nothing_is_expected_while_nothing_is_stated() {
    GenerationProfile none = GenerationProfile.none(STREAM);

    assertThat(none.isStated()).isFalse();
    assertThat(none.expectedKg(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))).isZero();
  }

  @Test
  void the_most_that_can_be_stated_does_not_overflow() {
    GenerationProfile most =
        new GenerationProfile(STREAM, 1, Collections.nCopies(12, 10_000_000_000L), Instant.EPOCH);

    assertThat(most.expectedKg(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31)))
        .isEqualTo(360_000_000_000L);
  }

  @Test
  void a_year_has_twelve_months() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GenerationProfile(STREAM, 1, List.of(1L), Instant.EPOCH));
  }
}
