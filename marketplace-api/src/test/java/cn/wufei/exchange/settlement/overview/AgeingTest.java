package cn.wufei.exchange.settlement.overview;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgeingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # open,  30,   60,  90,   older
            1000,  100,  200, 300,  400
            600,   100,  200, 300,  0
            150,   100,  50,  0,    0
            100,   100,  0,   0,    0
            0,     0,    0,   0,    0
            1200,  100,  200, 300,  600
          """)
  void what_is_open_is_of_the_newest_statements(
      long open, long days30, long days60, long days90, long older) {
    assertThat(Ageing.of(open, charges(1), TODAY))
        .isEqualTo(new Ageing(days30, days60, days90, older));
    assertThat(Ageing.of(-open, charges(-1), TODAY))
        .isEqualTo(new Ageing(days30, days60, days90, older));
  }

  @Test
  void a_correction_of_the_other_sign_carries_nothing() {
    List<Ageing.Charge> charges =
        List.of(
            new Ageing.Charge(TODAY.minusDays(5), -40),
            new Ageing.Charge(TODAY.minusDays(40), 100));

    assertThat(Ageing.of(60, charges, TODAY)).isEqualTo(new Ageing(0, 60, 0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # free,  remaining, remaining kg, beyond of the first, of the second
            200000, 50000,     10000,        0,                   0
            150000, 0,         0,            0,                   0
            120000, -30000,    0,            0,                   30000
            40000,  -110000,   0,            60000,               50000
            -5000,  -155000,   0,            100000,              50000
          """)
  void a_load_beyond_the_prepayment_is_named(
      long free, long remaining, long remainingKg, long first, long second) {
    List<Coverages.Leaving> loads =
        List.of(
            new Coverages.Leaving(Id.of(1), "L1", 100_000),
            new Coverages.Leaving(Id.of(2), "L2", 50_000));

    AgreementMoney.Coverage coverage = Coverages.of(free, loads, BigDecimal.valueOf(50));

    assertThat(coverage.remainingFen()).isEqualTo(remaining);
    assertThat(coverage.remainingKg()).isEqualTo(remainingKg);
    assertThat(beyond(coverage, "L1")).isEqualTo(first);
    assertThat(beyond(coverage, "L2")).isEqualTo(second);
  }

  private static long beyond(AgreementMoney.Coverage coverage, String number) {
    return coverage.beyond().stream()
        .filter(load -> load.loadNumber().equals(number))
        .mapToLong(AgreementMoney.LoadBeyond::beyondFen)
        .sum();
  }

  /// 100, 200, 300 and 400 of the days 30, 31, 90 and 91 ago.
  private static List<Ageing.Charge> charges(int sign) {
    return List.of(
        new Ageing.Charge(TODAY.minusDays(30), 100L * sign),
        new Ageing.Charge(TODAY.minusDays(31), 200L * sign),
        new Ageing.Charge(TODAY.minusDays(90), 300L * sign),
        new Ageing.Charge(TODAY.minusDays(91), 400L * sign));
  }
}
