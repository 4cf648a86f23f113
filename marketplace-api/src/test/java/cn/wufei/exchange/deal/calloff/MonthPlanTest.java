package cn.wufei.exchange.deal.calloff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.schedule.MonthQuantity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is planned for which month, what binds the seller, and when a month waits to be called off.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MonthPlanTest {

  private static final LocalDate FROM = LocalDate.of(2027, 1, 15);
  private static final YearMonth JANUARY = YearMonth.of(2027, 1);
  private static final YearMonth MARCH = YearMonth.of(2027, 3);

  @Test
  void without_months_each_has_an_even_share_to_the_kilogram() {
    MonthPlan plan = MonthPlan.of(1_000, FROM, LocalDate.of(2027, 3, 1), List.of());
    assertThat(plan.plannedKg().values()).containsExactly(334L, 333L, 333L);
    assertThat(plan.first()).isEqualTo(JANUARY);
    assertThat(plan.last()).isEqualTo(MARCH);
  }

  @Test
  void a_month_that_the_document_does_not_name_has_nothing_planned() {
    MonthPlan plan =
        MonthPlan.of(
            900,
            FROM,
            LocalDate.of(2027, 4, 30),
            List.of(
                new MonthQuantity("2027-01", 500L),
                new MonthQuantity("2027-02", 0L),
                new MonthQuantity("2027-03", 400L)));
    assertThat(plan.plannedKg().values()).containsExactly(500L, 0L, 400L, 0L);
    assertThat(plan.has(YearMonth.of(2027, 5))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # planned 333, called, on,         begins
            299,                 2027-02-20, REQUESTED
            300,                 2027-02-20, CALLED
            333,                 2027-02-20, CALLED
            366,                 2027-02-20, CALLED
            367,                 2027-02-20, REQUESTED
            333,                 2027-01-01, CALLED
            333,                 2027-02-21, REQUESTED
            333,                 2027-03-15, REQUESTED
          """)
  void silence_accepts_what_is_in_time_and_within_the_flexibility(
      long kg, LocalDate today, CallOffStatus begins) {
    MonthPlan plan = MonthPlan.of(1_000, FROM, LocalDate.of(2027, 3, 31), List.of());
    assertThat(plan.begins(MARCH, kg, new Framework(20, 10, 3), today)).isEqualTo(begins);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # month,   called, open,  left, taken
            2027-02, 100,    false, 80,   80
            2027-02, 100,    true,  0,    100
            2027-02, 0,      false, 30,   30
            2027-03, 100,    false, 80,   100
            2027-03, 100,    false, 104,  104
            2027-04, 100,    true,  0,    100
            2027-04, 0,      false, 0,    0
          """)
  void what_did_not_leave_in_a_month_that_is_over_can_be_called_off_again(
      YearMonth month, long called, boolean open, long left, long taken) {
    assertThat(MonthPlan.takenKg(month, MARCH, called, open, left)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          # day, today,      live,    waits
            20,  2027-01-12, none,    none
            20,  2027-01-13, none,    2027-02
            20,  2027-01-31, none,    2027-02
            20,  2027-01-20, 2027-02, none
            3,   2027-01-27, none,    2027-02
            3,   2027-01-26, 2027-02, none
            3,   2027-01-27, 2027-02, 2027-03
            20,  2026-12-20, none,    2027-01
            20,  2026-11-25, none,    none
            20,  2027-03-20, none,    none
          """)
  void a_month_waits_from_a_week_before_its_last_day_in_time_until_it_begins(
      int day, LocalDate today, YearMonth live, YearMonth waits) {
    assertThat(
            MonthsToCallOff.next(
                new Framework(day, 10, 3),
                today,
                JANUARY,
                MARCH,
                live == null ? Set.of() : Set.of(live)))
        .isEqualTo(waits);
  }
}
