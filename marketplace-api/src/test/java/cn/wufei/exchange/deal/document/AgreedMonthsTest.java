package cn.wufei.exchange.deal.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.schedule.MonthQuantity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreedMonthsTest {

  private static final List<MonthQuantity> OFFERED =
      List.of(
          new MonthQuantity("2027-01", 100L),
          new MonthQuantity("2027-02", 0L),
          new MonthQuantity("2027-03", 200L));

  @Test
  void who_takes_the_whole_lot_takes_it_by_the_months_of_the_lot() {
    AgreedMonths months = agreed(300, "2027-01-31", "2027-03-01");

    assertThat(months.months()).isEqualTo(OFFERED);
    assertThat(months.basis()).isEqualTo(AgreementContent.MonthsBasis.LOT);
  }

  @Test
  void less_than_the_lot_falls_to_its_months_in_proportion() {
    AgreedMonths months = agreed(100, "2027-01-01", "2027-03-31");

    assertThat(months.months())
        .containsExactly(
            new MonthQuantity("2027-01", 33L),
            new MonthQuantity("2027-02", 0L),
            new MonthQuantity("2027-03", 67L));
    assertThat(months.basis()).isEqualTo(AgreementContent.MonthsBasis.PRO_RATA);
  }

  @Test
  void months_outside_of_the_time_of_delivery_have_nothing() {
    AgreedMonths months = agreed(300, "2027-02-01", "2027-03-31");

    assertThat(months.months())
        .containsExactly(new MonthQuantity("2027-02", 0L), new MonthQuantity("2027-03", 300L));
    assertThat(months.basis()).isEqualTo(AgreementContent.MonthsBasis.PRO_RATA);
  }

  @Test
  void without_a_month_to_fall_to_there_are_none() {
    for (AgreedMonths months :
        List.of(
            agreed(300, "2027-02-01", "2027-02-28"),
            agreed(300, "2027-04-01", "2027-05-28"),
            AgreedMonths.of(List.of(), 300, 300, day("2027-01-01"), day("2027-03-31")))) {
      assertThat(months.months()).isEmpty();
      assertThat(months.basis()).isNull();
    }
  }

  private static AgreedMonths agreed(long kg, String from, String to) {
    return AgreedMonths.of(OFFERED, 300, kg, day(from), day(to));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
