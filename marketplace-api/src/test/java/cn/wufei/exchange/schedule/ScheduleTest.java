package cn.wufei.exchange.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Outcome;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduleTest {

  private static final LocalDate FROM = LocalDate.of(2026, 3, 20);
  private static final LocalDate TO = LocalDate.of(2028, 3, 1);
  private static final Set<String> MET = new HashSet<>();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # months                             | sum | answer               | field
            -                                  | 7   | done                 | -
            2026-03 40, 2028-03 60             | 100 | done                 | -
            2026-04 0, 2026-05 100             | 100 | done                 | -
            2026-04 100                        | 9   | months-too-few       | months
            2026-02 40, 2026-02 60             | 9   | month-outside-window | months[0].month
            2026-04 40, 2028-04 60             | 9   | month-outside-window | months[1].month
            2026-04 40, 2026-04 60, 2026-03 60 | 9   | month-repeated       | months[1].month
            2026-04 40, 2026-05 1, 2026-04 60  | 9   | months-unordered     | months[2].month
            2026-04 40, 2026-05 60             | 101 | months-sum-differs   | months
            2026-04 40, 2026-05 60             | 99  | months-sum-differs   | months
          """)
  void months_are_checked_in_their_order(
      @Nullable String months, long quantityKg, String answer, @Nullable String field) {
    switch (Schedule.check(read(months), quantityKg, FROM, TO)) {
      case Outcome.Done<List<MonthQuantity>> _ -> assertThat("done").isEqualTo(answer);
      case Outcome.Refused<List<MonthQuantity>> refused -> {
        assertThat(refused.refusal().code()).isEqualTo(answer);
        assertThat(refused.field()).isEqualTo(field);
        MET.add(refused.refusal().code());
      }
    }
  }

  @AfterAll
  static void every_reason_has_a_row_above() {
    assertThat(MET)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ScheduleRefusal.values()).map(ScheduleRefusal::code).toList());
  }

  @Test
  void a_wrong_sum_is_told_with_both_figures() {
    assertThat(Schedule.check(read("2026-04 40, 2026-05 60"), 99, FROM, TO))
        .isEqualTo(
            new Outcome.Refused<>(
                ScheduleRefusal.MONTHS_SUM_DIFFERS,
                "months",
                Map.of("sumKg", 100L, "quantityKg", 99L)));
  }

  private static List<MonthQuantity> read(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(", *", -1))
            .map(each -> each.split(" ", -1))
            .map(parts -> new MonthQuantity(parts[0], Long.valueOf(parts[1])))
            .toList();
  }
}
