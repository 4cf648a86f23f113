package cn.wufei.exchange.matching.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DismissalTest {

  private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
  private static final LocalDate TO = LocalDate.of(2026, 6, 30);
  private static final Circumstances THEN =
      new Circumstances(
          new BigDecimal("50.00"), "f-cao 1 2.5 dry", 1_000, 2_000, FROM, TO, FROM, TO);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # reason, what is true now,                                     whether it hides
          price,    50.00, f-cao 1 2.5 dry, 1000, 2000, 2026-06-30,       true
          price,    50.01, f-cao 1 2.5 dry, 1000, 2000, 2026-06-30,       true
          price,    49.99, f-cao 1 2.5 dry, 1000, 2000, 2026-06-30,       false
          price,    50,    f-cao 1 2 dry,   9000, 9000, 2026-07-31,       true
          quality,  1.00,  f-cao 1 2.5 dry, 9000, 9000, 2026-07-31,       true
          quality,  50.00, f-cao 1 2 dry,   1000, 2000, 2026-06-30,       false
          quality,  50.00, '',              1000, 2000, 2026-06-30,       false
          quantity, 50.00, f-cao 1 2.5 dry, 1099, 2199, 2026-06-30,       true
          quantity, 50.00, f-cao 1 2.5 dry, 1100, 2000, 2026-06-30,       false
          quantity, 50.00, f-cao 1 2.5 dry, 1000, 2200, 2026-06-30,       false
          quantity, 1.00,  f-cao 1 2 dry,   1,    1,    2026-07-31,       true
          timing,   1.00,  f-cao 1 2 dry,   9000, 9000, 2026-06-30,       true
          timing,   50.00, f-cao 1 2.5 dry, 1000, 2000, 2026-07-01,       false
          distance, 1.00,  f-cao 1 2 dry,   9000, 9000, 2026-07-31,       true
          partner,  1.00,  f-cao 1 2 dry,   9000, 9000, 2026-07-31,       true
          other,    1.00,  f-cao 1 2 dry,   9000, 9000, 2026-07-31,       true
          """)
  void a_reason_hides_until_what_it_is_about_changes(
      String reason,
      BigDecimal delivered,
      String qualities,
      long availableKg,
      long openKg,
      LocalDate lastDay,
      boolean hides) {
    Circumstances now =
        new Circumstances(delivered, qualities, availableKg, openKg, FROM, TO, FROM, lastDay);

    assertThat(dismissal(reason, THEN).hides(now)).isEqualTo(hides);
  }

  @ParameterizedTest
  @CsvSource({"availableFrom", "availableTo", "neededFrom", "neededTo"})
  void timing_looks_at_every_end_of_both_windows(String end) {
    Circumstances now =
        new Circumstances(
            THEN.deliveredYuanPerT(),
            THEN.qualities(),
            THEN.availableKg(),
            THEN.openKg(),
            end.equals("availableFrom") ? FROM.plusDays(1) : FROM,
            end.equals("availableTo") ? TO.plusDays(1) : TO,
            end.equals("neededFrom") ? FROM.plusDays(1) : FROM,
            end.equals("neededTo") ? TO.plusDays(1) : TO);

    assertThat(dismissal("timing", THEN).hides(now)).isFalse();
  }

  private static Dismissal dismissal(String reason, Circumstances then) {
    return new Dismissal(
        Id.of(1),
        Id.of(2),
        Id.of(3),
        Id.of(4),
        Id.of(5),
        Id.of(6),
        DismissalReason.ofCode(reason),
        null,
        then,
        Instant.EPOCH);
  }
}
