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
        new Reckoning(onHandKg, stated ? STATED : UNSTATED, TODAY)
            .of(List.of(new Reckoning.Promise(END_OF_JULY, promisedKg)), END_OF_JULY);

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

    Reckoning reckoning = new Reckoning(0, STATED, TODAY);
    assertThat(reckoning.of(promises, END_OF_JULY).promisedKg()).isEqualTo(111);
    assertThat(reckoning.of(promises, LocalDate.of(2020, 1, 1)))
        .isEqualTo(Coverage.of(TODAY, true, 0, 0, 11));
  }

  @Test
  void a_lot_that_is_covered_itself_may_leave_later_ones_uncovered() {
    LocalDate endOfAugust = END_OF_JULY.plusMonths(1);
    LocalDate endOfSeptember = LocalDate.of(2026, 9, 30);
    List<Reckoning.Promise> others =
        List.of(
            new Reckoning.Promise(endOfSeptember, 1_000),
            new Reckoning.Promise(endOfAugust, 6_000),
            new Reckoning.Promise(TODAY, 200));
    Reckoning reckoning = new Reckoning(2_000, STATED, TODAY);

    Forecast little = reckoning.with(new Reckoning.Promise(END_OF_JULY, 2_000), others);
    Forecast more = reckoning.with(new Reckoning.Promise(END_OF_JULY, 2_001), others);

    assertThat(little.coverage().state()).isEqualTo(Coverage.State.COVERED);
    assertThat(little.later()).isNull();
    assertThat(more.coverage().state()).isEqualTo(Coverage.State.COVERED);
    assertThat(more.later()).isEqualTo(Coverage.of(endOfAugust, true, 2_000, 6_200, 8_201));
  }

  @Test
  void a_later_lot_that_was_not_covered_anyway_is_not_told_of() {
    List<Reckoning.Promise> others =
        List.of(new Reckoning.Promise(END_OF_JULY.plusMonths(1), 9_000));

    assertThat(
            new Reckoning(0, STATED, TODAY)
                .with(new Reckoning.Promise(END_OF_JULY, 3_100), others)
                .later())
        .isNull();
  }
}
