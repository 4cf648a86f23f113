package cn.wufei.exchange.listing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.stream.profile.GenerationProfile;
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
class ReckoningTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final LocalDate END_OF_JULY = LocalDate.of(2026, 7, 31);
  private static final GenerationProfile STATED =
      new GenerationProfile(new Id(7), 1, Collections.nCopies(12, 3_100L), Instant.EPOCH);
  private static final GenerationProfile UNSTATED =
      new GenerationProfile(new Id(7), 0, List.of(), null);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # on hand, promised, stated, expected, beyond, state
            5000,    5000,     true,   3100,     0,      COVERED
            5000,    8100,     true,   3100,     0,      COVERED
            5000,    8101,     true,   3100,     1,      BEYOND
            5000,    5000,     false,  0,        0,      COVERED
            5000,    5001,     false,  0,        1,      UNKNOWN
            -900,    3100,     true,   3100,     0,      COVERED
            -900,    3101,     true,   3100,     1,      BEYOND
            0,       0,        false,  0,        0,      COVERED
          """)
  void what_is_promised_is_there_or_expected(
      long onHandKg,
      long promisedKg,
      boolean stated,
      long expectedKg,
      long beyondKg,
      Coverage.State state) {
    Coverage coverage =
        Reckoning.of(
            onHandKg,
            stated ? STATED : UNSTATED,
            List.of(new Reckoning.Promise(END_OF_JULY, promisedKg)),
            TODAY,
            END_OF_JULY);

    assertThat(coverage)
        .isEqualTo(
            new Coverage(
                END_OF_JULY,
                state,
                stated,
                Math.max(0, onHandKg),
                expectedKg,
                promisedKg,
                beyondKg));
  }

  @Test
  void lots_that_end_later_do_not_count_and_those_that_are_over_do() {
    List<Reckoning.Promise> promises =
        List.of(
            new Reckoning.Promise(LocalDate.of(2026, 5, 31), 1),
            new Reckoning.Promise(TODAY, 10),
            new Reckoning.Promise(END_OF_JULY, 100),
            new Reckoning.Promise(END_OF_JULY.plusDays(1), 1_000));

    assertThat(Reckoning.of(0, STATED, promises, TODAY, END_OF_JULY).promisedKg()).isEqualTo(111);
    assertThat(Reckoning.of(0, STATED, promises, TODAY, LocalDate.of(2020, 1, 1)))
        .isEqualTo(Coverage.of(TODAY, true, 0, 0, 11));
  }
}
