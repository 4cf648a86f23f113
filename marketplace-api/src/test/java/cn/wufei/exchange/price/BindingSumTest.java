package cn.wufei.exchange.price;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.Catalog;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BindingSumTest {

  private static final long TONNES_1000 = 1_000_000;

  private final BindingSum sums =
      new BindingSum(Catalog.readFrom(Path.of("..", "seeds", "reference")));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # kg,         price,       fen
            1000000,    45.00,       4500000
            1000000,    -45.00,      4500000
            1000000,    0,           0
            1,          0.01,        1
            1500,       0.01,        2
            10000000000, 100000.00,  100000000000000
            10000000000, -100000.00, 100000000000000
          """)
  void a_fixed_price_counts_whoever_pays_and_is_rounded_up(long kg, BigDecimal yuanPerT, long fen) {
    assertThat(sums.fen(kg, yuanPerT, List.of())).isEqualTo(fen);
  }

  @Test
  void a_price_that_falls_counts_at_the_value_at_which_it_is_furthest_from_nothing() {
    assertThat(sums.fen(TONNES_1000, new BigDecimal("45"), moisture(band("10", null, "-2"))))
        .as("the example of the documentation: −135 at a moisture of 100 %")
        .isEqualTo(13_500_000);
    assertThat(sums.fen(TONNES_1000, new BigDecimal("45"), moisture(band("10", "20", "-2"))))
        .as("25 at the least, 45 at the most")
        .isEqualTo(4_500_000);
    assertThat(sums.fen(TONNES_1000, new BigDecimal("-45"), moisture(band("10", "20", "-2"))))
        .isEqualTo(6_500_000);
  }

  @Test
  void bands_that_rise_and_fall_count_where_they_turn() {
    assertThat(
            sums.fen(
                TONNES_1000,
                new BigDecimal("10"),
                moisture(band("10", "15", "4"), band("15", null, "-1"))))
        .as("30 at 15 %, −55 at 100 %")
        .isEqualTo(5_500_000);
  }

  @Test
  void parameters_count_together() {
    var iron =
        new QualityAdjustment("tfe", "dry", new BigDecimal("58"), List.of(band("58", "62", "10")));

    assertThat(
            sums.fen(
                TONNES_1000,
                new BigDecimal("45"),
                List.of(iron, moisture(band("10", "20", "-2")).getFirst())))
        .as("85 at the most, 25 at the least")
        .isEqualTo(8_500_000);
  }

  @Test
  void a_band_without_end_and_bound_binds_to_whatever_comes() {
    var unknown =
        new QualityAdjustment(
            "of-no-catalog", "none", BigDecimal.ONE, List.of(band("1", null, "0.0001")));
    var flat =
        new QualityAdjustment(
            "of-no-catalog", "none", BigDecimal.ONE, List.of(band("1", null, "0")));

    assertThat(sums.fen(1, BigDecimal.ONE, List.of(unknown))).isEqualTo(Long.MAX_VALUE);
    assertThat(sums.fen(1_000, BigDecimal.ONE, List.of(flat))).isEqualTo(100);
  }

  @Test
  void a_sum_that_no_number_holds_is_the_greatest_that_there_is() {
    assertThat(BindingSum.fen(Long.MAX_VALUE, new BigDecimal("100000"))).isEqualTo(Long.MAX_VALUE);
    assertThat(
            sums.fen(
                10_000_000_000L,
                new BigDecimal("100000"),
                moisture(band("10", null, "99999.9999"))))
        .as("still a number")
        .isEqualTo(9_099_999_990_000_000L);
  }

  private static List<QualityAdjustment> moisture(QualityAdjustment.Band... bands) {
    return List.of(new QualityAdjustment("moisture", "wet", BigDecimal.TEN, List.of(bands)));
  }

  private static QualityAdjustment.Band band(
      @Nullable String from, @Nullable String to, String yuanPerTPerUnit) {
    return new QualityAdjustment.Band(
        from == null ? null : new BigDecimal(from),
        to == null ? null : new BigDecimal(to),
        new BigDecimal(yuanPerTPerUnit));
  }
}
