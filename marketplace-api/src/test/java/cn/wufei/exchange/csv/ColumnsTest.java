package cn.wufei.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ColumnsTest {

  private record Row(
      @Nullable String text,
      @Nullable Long kg,
      @Nullable Long fen,
      @Nullable BigDecimal number,
      @Nullable Instant at,
      @Nullable Boolean yes) {}

  private static final Row NOTHING = new Row(null, null, null, null, null, null);

  private static final List<Column<Row>> COLUMNS =
      new Columns<Row>()
          .text("text", "备注", "Note", Row::text)
          .kg("netKg", "净重", "Net", Row::kg)
          .yuan("amount", "金额", "Amount", Row::fen)
          .number("value", "值", "Value", Row::number)
          .time("at", "时间", "At", Row::at)
          .yesNo("yes", "是否", "Yes", Row::yes)
          .list();

  @Test
  void a_heading_says_the_unit_in_both_languages() {
    assertThat(COLUMNS.stream().map(column -> column.heading(Language.ZH)))
        .containsExactly("备注", "净重(kg)", "金额(元)", "值", "时间", "是否");
    assertThat(COLUMNS.stream().map(column -> column.heading(Language.EN)))
        .containsExactly("Note", "Net (kg)", "Amount (CNY)", "Value", "At", "Yes");
  }

  @Test
  void masses_are_kilograms_and_money_is_yuan_also_where_they_are_large_or_negative() {
    Row row =
        new Row(
            "-渣",
            9_007_199_254_740_993L,
            -9_223_372_036_854_775_807L,
            new BigDecimal("1.5E+3"),
            Instant.parse("2026-10-31T16:00:00Z"),
            true);

    assertThat(cells(row, Language.ZH))
        .containsExactly(
            "'-渣",
            "9007199254740993",
            "-92233720368547758.07",
            "1500",
            "2026-11-01T00:00:00+08:00",
            "是");
    assertThat(cells(row, Language.EN)).last().isEqualTo("yes");
  }

  @Test
  void what_is_absent_is_an_empty_cell_and_counts_nothing() {
    assertThat(cells(NOTHING, Language.EN)).containsOnly("");
    assertThat(COLUMNS.get(1).summed(NOTHING)).isZero();
  }

  @Test
  void ids_days_and_names_are_written_as_the_page_shows_them() {
    List<Column<Id>> columns =
        new Columns<Id>()
            .id("id", "标识", "Id", id -> id)
            .day("on", "日期", "On", _ -> LocalDate.of(2026, 3, 1))
            .name("material", "物料", "Material", _ -> new Named("钢渣", "Steel slag"))
            .list();

    assertThat(columns.stream().map(column -> column.cell(Id.of(5), Language.EN)))
        .containsExactly("0000000000005", "2026-03-01", "Steel slag");
  }

  private static List<String> cells(Row row, Language language) {
    return COLUMNS.stream().map(column -> column.cell(row, language)).toList();
  }
}
