package cn.wufei.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.bulk.table.TableCell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CellsTest {

  private static final List<ImportColumn.Choice> CHOICES =
      List.of(
          new ImportColumn.Choice("belt-scale", "皮带秤", "belt scale"),
          new ImportColumn.Choice("estimate", "估算", "estimate"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-27",
        "2026/11/27",
        "2026.11.27",
        "20261127",
        "2026年11月27日",
        "２０２６－１１－２７",
        "2026-11-27 08:30",
        "2026/11/27 8:30:00"
      })
  void a_date_is_read_as_people_write_it(String text) {
    assertThat(Cells.date(typed(text)).value()).isEqualTo(LocalDate.of(2026, 11, 27));
  }

  @Test
  void a_number_of_a_workbook_is_a_date_only_where_it_reads_as_one() {
    assertThat(Cells.date(stored("20261127")).value()).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(Cells.date(stored("46353")).fault()).isEqualTo(FaultCode.NOT_A_DATE);
    TableCell day = new TableCell("2026-11-27", TableCell.Form.DATE);
    assertThat(Cells.date(day).value()).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(Cells.number(day).fault()).isEqualTo(FaultCode.NOT_A_NUMBER);
    assertThat(Cells.ends(day, true, true).fault()).isEqualTo(FaultCode.NOT_A_RANGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "27.11.2026", "11/27/2026", "昨天", "2026-11", "46353"})
  void what_may_be_another_day_is_no_date(String text) {
    assertThat(Cells.date(typed(text)).fault()).isEqualTo(FaultCode.NOT_A_DATE);
  }

  @ParameterizedTest
  @CsvSource({
    "1234.5,      1234.5",
    "'1,234.50',  1234.5",
    "１２．５,     12.5",
    "-3,          -3",
    "1 234,       1234",
    ".5,          0.5",
    "1000,        1000",
  })
  void a_number_is_read_as_people_write_it(String text, BigDecimal number) {
    assertThat(Cells.number(typed(text)).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12,34", "1.2.3", "十二", "12t", "--1", "0x10", "1d", "NaN", "∞"})
  void what_is_none_is_no_number(String text) {
    assertThat(Cells.number(typed(text)).fault()).isEqualTo(FaultCode.NOT_A_NUMBER);
  }

  @Test
  void what_is_too_long_to_mean_anything_is_not_looked_at() {
    String digits = "1" + "0".repeat(1_000_000);

    assertThat(Cells.number(typed(digits)).fault()).isEqualTo(FaultCode.NOT_A_NUMBER);
    assertThat(Cells.number(stored(digits)).fault()).isEqualTo(FaultCode.NOT_A_NUMBER);
    assertThat(Cells.date(typed(digits)).fault()).isEqualTo(FaultCode.NOT_A_DATE);
    assertThat(Cells.ends(typed(digits + "-" + digits), true, true).fault())
        .isEqualTo(FaultCode.NOT_A_RANGE);
    assertThat(Cells.choice(typed("(".repeat(1_000_000)), CHOICES).fault())
        .isEqualTo(FaultCode.NOT_A_CHOICE);
  }

  @Test
  void a_typed_number_in_scientific_notation_has_lost_digits() {
    assertThat(Cells.number(typed("1.23E+05")).fault())
        .isEqualTo(FaultCode.NUMBER_IN_SCIENTIFIC_NOTATION);
    assertThat(Cells.number(typed("1e999999999")).fault()).isEqualTo(FaultCode.NOT_A_NUMBER);
  }

  @Test
  void a_stored_number_is_rid_of_the_noise_of_its_binary_form() {
    assertThat(Cells.number(stored("12.300000000000001")).value()).isEqualTo("12.3");
    assertThat(Cells.number(stored("1.2E-2")).value()).isEqualTo("0.012");
    assertThat(Cells.number(stored("1.5E3")).value()).isEqualTo("1500");
  }

  @Test
  void a_stored_number_is_a_text_where_it_has_all_its_digits() {
    assertThat(Cells.text(stored("20261127001")).value()).isEqualTo("20261127001");
    assertThat(Cells.text(stored("9.1370000123456789E17")).fault())
        .isEqualTo(FaultCode.NUMBER_IN_SCIENTIFIC_NOTATION);
    assertThat(Cells.text(typed("1.23E+05")).value()).isEqualTo("1.23E+05");
  }

  @ParameterizedTest
  @CsvSource({
    "38-42,   38,  42",
    "38~42,   38,  42",
    "38～42,  38,  42",
    "38 至 42, 38, 42",
    "-5--2,   -5,  -2",
    "12.50%,  12.5, 12.5",
    "40,      40,  40"
  })
  void a_range_has_two_ends(String text, BigDecimal min, BigDecimal max) {
    assertThat(Cells.ends(typed(text), false, true).value()).isEqualTo(new Cells.Ends(min, max));
  }

  @Test
  void a_percentage_is_a_value_only_where_the_unit_is_percent() {
    TableCell shown = new TableCell("12.5", TableCell.Form.PERCENT);
    Cells.Ends share = new Cells.Ends(new BigDecimal("12.5"), new BigDecimal("12.5"));

    assertThat(Cells.ends(shown, false, true).value()).isEqualTo(share);
    assertThat(Cells.ends(shown, false, false).fault()).isEqualTo(FaultCode.UNIT_NOT_PERCENT);
    assertThat(Cells.ends(typed("12.5％"), false, true).value()).isEqualTo(share);
    assertThat(Cells.ends(typed("12.5％"), false, false).fault())
        .isEqualTo(FaultCode.UNIT_NOT_PERCENT);
    assertThat(Cells.ends(typed("≤10%"), true, false).fault())
        .isEqualTo(FaultCode.UNIT_NOT_PERCENT);
    assertThat(Cells.number(shown).fault()).isEqualTo(FaultCode.NOT_A_NUMBER);
    assertThat(Cells.text(shown).value()).isEqualTo("12.5%");
  }

  @Test
  void an_end_may_be_open_where_that_makes_sense() {
    assertThat(Cells.ends(typed("≤10"), true, true).value())
        .isEqualTo(new Cells.Ends(null, BigDecimal.TEN));
    assertThat(Cells.ends(typed(">=5"), true, true).value())
        .isEqualTo(new Cells.Ends(BigDecimal.valueOf(5), null));
    assertThat(Cells.ends(typed("≤10"), false, true).fault()).isEqualTo(FaultCode.NOT_A_RANGE);
    assertThat(Cells.ends(typed("很少"), true, true).fault()).isEqualTo(FaultCode.NOT_A_RANGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"belt-scale", "皮带秤", "Belt Scale", " 皮带秤 "})
  void a_choice_is_named_in_either_language_or_by_its_code(String text) {
    assertThat(Cells.choice(typed(text), CHOICES).value()).isEqualTo("belt-scale");
    assertThat(Cells.choice(typed("秤"), CHOICES).fault()).isEqualTo(FaultCode.NOT_A_CHOICE);
  }

  @Test
  void yes_and_no_are_said_in_either_language() {
    assertThat(Cells.yesNo(typed("是")).value()).isTrue();
    assertThat(Cells.yesNo(typed("No")).value()).isFalse();
    assertThat(Cells.yesNo(typed("也许")).fault()).isEqualTo(FaultCode.NOT_YES_OR_NO);
  }

  @Test
  void names_are_compared_without_units_stars_and_blanks() {
    assertThat(Cells.named("数量（吨） *")).isEqualTo(Cells.named("数量"));
    assertThat(Cells.named("Quantity (t)")).isEqualTo(Cells.named("quantity"));
  }

  private static TableCell typed(String text) {
    return TableCell.of(text);
  }

  private static TableCell stored(String text) {
    return new TableCell(text, TableCell.Form.NUMBER);
  }
}
