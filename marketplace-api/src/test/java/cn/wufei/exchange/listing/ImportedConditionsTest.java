package cn.wufei.exchange.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportedConditionsTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # written               | days    | from  | to
            1-5 08:00-16:00       | 12345   | 08:00 | 16:00
            1,3-4,7 08:00~24:00   | 1347    | 08:00 | 24:00
            5、1-2  08：00 至 16：00 | 125   | 08:00 | 16:00
            6-7 00:00-00:01       | 67      | 00:00 | 00:01
            7-6 00:00-00:01       | -       | -     | -
            1-8 08:00-16:00       | -       | -     | -
            0 08:00-16:00         | -       | -     | -
            1-5 8:00-16:00        | -       | -     | -
            1-5 24:00-24:00       | -       | -     | -
            08:00-16:00           | -       | -     | -
            周一至周五 8 点            | -       | -     | -
          """)
  void loading_hours_are_days_by_number_and_two_times(
      String written, @Nullable String days, @Nullable String from, @Nullable String to) {
    LoadingHours hours = ImportedConditions.hours(written);

    assertThat(hours).isEqualTo(LoadingHours.of(days, from, to));
  }
}
