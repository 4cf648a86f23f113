package cn.wufei.exchange.matching.fit;

import static cn.wufei.exchange.matching.fit.PairFixture.TODAY;
import static cn.wufei.exchange.matching.fit.PairFixture.slag;
import static cn.wufei.exchange.matching.fit.PairFixture.slagWanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoringTest {

  private static final BigDecimal DELIVERED = new BigDecimal("35.00");
  private static final Background UNKNOWN = known(List.of(), null);

  private final Scoring scoring = new Scoring(new MatchWeights(0.40, 0.25, 0.10, 0.10, 0.10, 0.05));

  @Test
  void the_score_is_the_weighted_mean_of_terms_that_explain_themselves() {
    Scoring.Score score =
        scoring.of(slag(), slagWanted(), DELIVERED, known(List.of("moisture", "tfe"), null), TODAY);

    // 0.40*0.2 + 0.25*0 + 0.10*0.813 + 0.10*0.7 + 0.10*0.75 + 0.05*0.5
    assertThat(score.score()).isEqualTo(33.1);
    assertThat(score.terms())
        .extracting(Term::key, Term::score, Term::weight)
        .containsExactly(
            tuple(Term.Key.PRICE, 0.2, 0.40),
            tuple(Term.Key.QUALITY, 0.0, 0.25),
            tuple(Term.Key.QUANTITY, 0.813, 0.10),
            tuple(Term.Key.WINDOW, 0.7, 0.10),
            tuple(Term.Key.EVIDENCE, 0.75, 0.10),
            tuple(Term.Key.RECORD, 0.5, 0.05));
    assertThat(score.terms().getFirst().facts())
        .containsEntry("marginYuanPerT", new BigDecimal("5.00"));
    assertThat(score.terms().get(1).facts()).containsEntry("closest", "moisture");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # delivered, limit,  score
            40.00,     40.00,  0
            20.00,     40.00,  0.5
            -20.00,    40.00,  0.75
            0.00,      0.00,   0
            -20.00,    0.00,   0.5
            -50.00,    -30.00, 0.5
            -30.00,    -30.00, 0
            50.00,     40.00,  0
          """)
  void price_grows_with_the_margin_also_below_zero(
      BigDecimal delivered, String limit, double score) {
    Scoring.Score of =
        scoring.of(slag(), PairFixture.paying(slagWanted(), limit), delivered, UNKNOWN, TODAY);

    assertThat(term(of, Term.Key.PRICE)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # stated             | required           | score
            moisture 6..8 wet  | -                  | 1
            moisture 6..8 wet  | moisture ..8 wet   | 0
            moisture 6..8 wet  | moisture ..10 wet  | 1
            moisture 6..9 wet  | moisture ..10 wet  | 0.5
            tfe 44..50 dry     | tfe 40.. dry       | 0.5
            tfe 44..50 dry     | tfe 40..50 dry     | 0
            moisture 6..8 dry  | moisture ..10 wet  | 0
            tfe 1..2 dry       | moisture ..10 wet  | 0
            oil 0..0 dry       | oil ..0 dry        | 1
            moisture 6..8 wet, tfe 44..50 dry | moisture ..10 wet, tfe 40.. dry | 0.5
          """)
  void quality_is_how_far_the_closest_parameter_keeps_off_its_limit(
      String stated, @Nullable String required, double score) {
    Scoring.Score of =
        scoring.of(
            PairFixture.with(slag(), PairFixture.ranges(stated)),
            PairFixture.with(slagWanted(), PairFixture.ranges(required)),
            DELIVERED,
            UNKNOWN,
            TODAY);

    assertThat(term(of, Term.Key.QUALITY)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # available, open, score
            100,       100,  1
            50,        100,  0.75
            100,       50,   0.75
            10,        1000, 0.505
            0,         100,  0
          """)
  void quantity_is_the_same_from_both_sides(long available, long open, double score) {
    Scoring.Score of =
        scoring.of(
            PairFixture.available(slag(), "2026-03-01", "2026-03-31", available),
            PairFixture.open(slagWanted(), true, open),
            DELIVERED,
            UNKNOWN,
            TODAY);

    assertThat(term(of, Term.Key.QUANTITY)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the demand wants the 30 days from 2026-03-11 to 2026-04-09
          # from,       to,         score
            2026-03-01, 2026-12-31, 1
            2026-03-26, 2026-12-31, 0.5
            2026-01-01, 2026-03-13, 0.1
            2026-01-01, 2026-03-10, 0
          """)
  void window_is_the_share_of_the_days_wanted(String from, String to, double score) {
    Scoring.Score of =
        scoring.of(
            PairFixture.available(slag(), from, to, 1), slagWanted(), DELIVERED, UNKNOWN, TODAY);

    assertThat(term(of, Term.Key.WINDOW)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # sampled on, score; the lot is firm and states one of two usual parameters
            -,          0.75
            2026-03-01, 0.875
            2025-12-01, 0.875
            2025-07-17, 0.813
            2025-03-01, 0.75
            2024-01-01, 0.75
          """)
  void an_assay_takes_away_up_to_half_of_what_is_missing_while_it_is_fresh(
      @Nullable LocalDate sampledOn, double score) {
    Scoring.Score of =
        scoring.of(
            slag(), slagWanted(), DELIVERED, known(List.of("moisture", "tfe"), sampledOn), TODAY);

    assertThat(term(of, Term.Key.EVIDENCE)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # counted, good, score
            0,       0,    0.5
            1,       1,    0.583
            1,       0,    0.417
            20,      20,   0.9
            20,      10,   0.5
            20,      0,    0.1
          """)
  void the_record_of_the_pair_moves_away_from_the_middle_with_each_load(
      int counted, int good, double score) {
    Background known = new Background(List.of(), null, new Background.Trades(counted, good));

    Scoring.Score of = scoring.of(slag(), slagWanted(), DELIVERED, known, TODAY);

    assertThat(term(of, Term.Key.RECORD)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0, 0, 0", "-1, 1, 1, 1, 1, 1", "NaN, 1, 1, 1, 1, 1", "1, 1, 1, 1, 1, -1"})
  void weights_that_mean_nothing_are_refused(
      double a, double b, double c, double d, double e, double f) {
    assertThatIllegalArgumentException().isThrownBy(() -> new MatchWeights(a, b, c, d, e, f));
  }

  private static Background known(List<String> usual, @Nullable LocalDate assayedOn) {
    return new Background(usual, assayedOn, Background.Trades.NONE);
  }

  private static double term(Scoring.Score score, Term.Key key) {
    return score.terms().stream()
        .filter(term -> term.key() == key)
        .findFirst()
        .orElseThrow()
        .score();
  }
}
