package cn.wufei.exchange.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdjustedPriceTest {

  private static final int ROUNDS = 2_000;

  /// Iron of 58 %: below, each point costs 15, below 55 even 25; above, each brings 10 up to 62.
  private static final QualityAdjustment IRON =
      new QualityAdjustment(
          "tfe",
          "dry",
          new BigDecimal("58"),
          List.of(band(null, "55", "25"), band("55", "58", "15"), band("58", "62", "10")));

  /// Moisture of 10 %: each point above takes off 2, down to nothing else.
  private static final QualityAdjustment MOISTURE =
      new QualityAdjustment(
          "moisture", "wet", new BigDecimal("10"), List.of(band("10", null, "-2")));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # measured, adds
            58,       0
            57,       -15
            55,       -45
            54,       -70
            0,        -1420
            58.5,     5
            62,       40
            70,       40
            57.3333,  -10.00
            57.9997,  0.00
            57.9996,  -0.01
            58.0005,  0.01
            58.0004,  0.00
          """)
  void each_band_adds_its_rate_for_the_way_that_lies_inside_it(
      BigDecimal measured, BigDecimal adds) {
    assertThat(IRON.yuanPerT(measured)).isEqualByComparingTo(adds);
  }

  @Test
  void parts_are_rounded_to_the_fen_and_add_up_to_the_price() {
    var price =
        AdjustedPrice.of(
            new BigDecimal("800.00"),
            List.of(IRON, MOISTURE),
            Map.of("tfe", new BigDecimal("57.2"), "moisture", new BigDecimal("11.333")));

    assertThat(price.basePriceYuanPerT()).isEqualTo("800.00");
    assertThat(price.parts())
        .containsExactly(
            new AdjustedPrice.Part("tfe", new BigDecimal("57.2"), new BigDecimal("-12.00")),
            new AdjustedPrice.Part("moisture", new BigDecimal("11.333"), new BigDecimal("-2.67")));
    assertThat(price.priceYuanPerT()).isEqualTo("785.33");
  }

  @Test
  void what_is_not_measured_counts_as_agreed_and_what_is_not_asked_for_does_not_count() {
    var price =
        AdjustedPrice.of(
            new BigDecimal("-5.00"),
            List.of(IRON, MOISTURE),
            Map.of("moisture", new BigDecimal("13"), "cao", new BigDecimal("40")));

    assertThat(price.priceYuanPerT()).isEqualTo("-11.00");
    assertThat(price.parts()).hasSize(1);
  }

  /// The way up and the way down cost the same, and a way can be walked in two parts: whatever the
  /// bands are, the price has one value at each quality and no leap.
  @Test
  void the_price_runs_without_a_leap_whatever_the_bands() {
    var random = new SplittableRandom(41);
    for (int round = 0; round < ROUNDS; round++) {
      BigDecimal middle = hundredths(random);
      BigDecimal low = hundredths(random);
      BigDecimal high = hundredths(random);
      List<QualityAdjustment.Band> bands =
          List.of(
              band(null, low.min(high).toString(), rate(random)),
              band(low.max(high).toString(), null, rate(random)));
      BigDecimal there = at(low, bands).yuanPerT(high);
      BigDecimal back = at(high, bands).yuanPerT(low);
      BigDecimal inTwo = at(low, bands).yuanPerT(middle).add(at(middle, bands).yuanPerT(high));

      assertThat(there).isEqualByComparingTo(back.negate());
      assertThat(inTwo).isEqualByComparingTo(there);
    }
  }

  private static QualityAdjustment at(BigDecimal guaranteed, List<QualityAdjustment.Band> bands) {
    return new QualityAdjustment("tfe", "dry", guaranteed, bands);
  }

  private static BigDecimal hundredths(SplittableRandom random) {
    return BigDecimal.valueOf(random.nextInt(10_000), 2);
  }

  private static String rate(SplittableRandom random) {
    return Integer.toString(random.nextInt(-50, 50));
  }

  private static QualityAdjustment.Band band(
      @Nullable String from, @Nullable String to, String rate) {
    return new QualityAdjustment.Band(
        from == null ? null : new BigDecimal(from),
        to == null ? null : new BigDecimal(to),
        new BigDecimal(rate));
  }
}
