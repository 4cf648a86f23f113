package cn.wufei.exchange.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitmentTest {

  private static final long AGREED = 30_000;
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # fulfilled, net,    from reserved, issued, beyond the agreement
            0,         20000,  20000,         0,      0
            0,         30000,  30000,         0,      0
            20000,     11500,  10000,         1500,   0
            20000,     11501,  10000,         1501,   1
            31500,     2000,   0,             2000,   2000
            40000,     5000,   0,             5000,   5000
          """)
  void a_load_fulfils_what_is_reserved_and_is_recorded_beyond_it(
      long fulfilled, long net, long fromReserved, long issued, long beyond) {
    assertThat(active(fulfilled).load(net))
        .isEqualTo(new Commitment.Loading(fromReserved, issued, beyond));
  }

  @Test
  void a_tolerance_of_parts_of_a_kilogram_is_rounded_down() {
    var commitment = new Commitment(1_001, new BigDecimal("0.05"), 1_001, 0);

    assertThat(commitment.load(1_002)).isEqualTo(new Commitment.Loading(1_001, 1, 1));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # fulfilled, back,   reserved again, released
            20000,     20000,  20000,          0
            30000,     5000,   5000,           0
            40000,     8000,   0,              8000
            40000,     20000,  10000,          10000
          """)
  void what_comes_back_undoes_over_delivery_first(
      long fulfilled, long back, long reserved, long released) {
    assertThat(active(fulfilled).giveBack(back, true))
        .isEqualTo(new Commitment.Return(reserved, released));
  }

  @Test
  void under_an_ended_agreement_nothing_is_reserved_again() {
    var ended = new Commitment(AGREED, FIVE, 0, 20_000);

    assertThat(ended.giveBack(5_000, false)).isEqualTo(new Commitment.Return(0, 5_000));
  }

  @Test
  void more_than_was_loaded_cannot_come_back() {
    assertThatThrownBy(() -> active(1_000).giveBack(1_001, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatever_is_loaded_and_returned_reserved_is_what_is_not_fulfilled() {
    long seed = 20_261_123;
    Random random = new Random(seed);
    Commitment now = active(0);
    for (int i = 0; i < 10_000; i++) {
      long kg = random.nextLong(1, 25_000);
      if (random.nextBoolean() || kg > now.fulfilledKg()) {
        Commitment.Loading loading = now.load(kg);
        now =
            new Commitment(
                AGREED, FIVE, now.reservedKg() - loading.fromReservedKg(), now.fulfilledKg() + kg);
      } else {
        Commitment.Return back = now.giveBack(kg, true);
        now =
            new Commitment(
                AGREED, FIVE, now.reservedKg() + back.toReservedKg(), now.fulfilledKg() - kg);
      }
      assertThat(now.reservedKg())
          .as("seed %d, step %d", seed, i)
          .isEqualTo(Math.max(0, AGREED - now.fulfilledKg()));
    }
  }

  private static Commitment active(long fulfilled) {
    return new Commitment(AGREED, FIVE, Math.max(0, AGREED - fulfilled), fulfilled);
  }
}
