package cn.wufei.exchange.bulk;

import static cn.wufei.exchange.bulk.Sender.counts;
import static cn.wufei.exchange.bulk.Sender.csv;
import static cn.wufei.exchange.bulk.Sender.row;
import static cn.wufei.exchange.bulk.Sender.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Tables that are wrong in one way or another.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportFaultIT {

  private static final String ENTRY_HEADING = "单据号,固废流,事项,数量（吨）,日期,备注\n";

  private final Plant plant = Plant.begin();
  private final TestOrganisation firm = plant.organisation();
  private final Sender sender = new Sender(plant.trader());

  @Test
  void what_is_no_body_of_the_use_case_names_the_column_of_the_file() {
    plant.stream(Plant.SLAG, "钢渣");

    JsonNode done =
        sender.ended(
            sender.send(
                "a.csv",
                "entries",
                false,
                csv(
                    ENTRY_HEADING,
                    "G-1,钢渣,产生量,0,2026-10-31,",
                    "G-2,钢渣,产生量,1,2999-10-31,",
                    "G-3,钢渣,产生量,1,2026-10-31," + "长".repeat(501))));

    assertThat(sender.faults(done))
        .containsExactly("2 quantityT min", "3 occurredOn occurred-in-future", "4 note size");
  }

  @Test
  void a_table_that_is_not_understood_is_not_half_read() {
    plant.stream(Plant.SLAG, "钢渣");

    JsonNode unknown =
        sender.ended(
            sender.send(
                "a.csv",
                "entries",
                false,
                csv("单据号,固废流,事项,数量,日期,颜色\n", "G-1,钢渣,产生量,1,2026-10-31,灰")));
    JsonNode missing =
        sender.ended(sender.send("b.csv", "entries", false, csv("单据号,固废流,数量,数量\n", "G-1,钢渣,1,2")));
    JsonNode strange =
        sender.ended(
            sender.send(
                "d.csv",
                "entries",
                false,
                csv("颜色".repeat(500) + ",颜色".repeat(199) + "\n", "1,2")));
    JsonNode wide =
        sender.ended(
            sender.send(
                "f.csv",
                "entries",
                false,
                csv("单据号,固废流,事项,数量,日期" + ",".repeat(200) + "颜色\n", "G-1,钢渣,产生量,1,2026-10-31")));
    JsonNode kilograms =
        sender.ended(
            sender.send(
                "e.csv",
                "entries",
                false,
                csv("单据号,固废流,事项,数量（千克）,日期\n", "G-1,钢渣,产生量,1000,2026-10-31")));
    JsonNode other =
        sender.ended(
            sender.send("c.xlsx", null, false, workbook("随便", sheet -> row(sheet, 0, "a"))));

    assertThat(sender.faults(unknown)).containsExactly("1  column-unknown");
    assertThat(sender.faults(missing))
        .containsExactly(
            "1 quantityT column-repeated", "1 kind column-missing", "1 occurredOn column-missing");
    assertThat(sender.faults(kilograms))
        .containsExactly("1  column-unknown", "1 quantityT column-missing");
    assertThat(sender.faults(strange)).hasSize(20).containsOnly("1  column-unknown");
    assertThat(sender.faults(wide)).containsExactly("1  columns-too-many");
    assertThat(sender.faults(other)).containsExactly("1  sheet-unknown");
  }

  @Test
  void a_stream_that_is_there_already_is_the_same_or_is_refused() {
    plant.stream(Plant.SLAG, "钢渣");
    String heading = "名称,厂址,物料,类别\n";

    JsonNode same =
        sender.ended(
            sender.send(
                "a.csv", "streams", false, csv(heading, "钢渣," + firm.name() + ",bof-slag,SW01")));
    JsonNode other =
        sender.ended(
            sender.send(
                "b.csv",
                "streams",
                false,
                csv(heading, "钢渣," + firm.name() + ",steel-slag-tailings,SW01")));

    assertThat(counts(same)).containsExactly(0, 0, 1, 0, 0);
    assertThat(sender.faults(other)).containsExactly("2 materialKey line-changed");
  }

  @Test
  void merged_cells_and_cells_beyond_the_headings_are_refused_by_line() {
    plant.stream(Plant.SLAG, "钢渣");
    byte[] file =
        workbook(
            "entries",
            sheet -> {
              row(sheet, 0, "单据号", "固废流", "事项", "数量", "日期");
              row(sheet, 1, "G-1", "钢渣", "产生量", 1, "2026-10-31");
              row(sheet, 2, "G-2", "钢渣", "产生量", 1, "2026-10-31");
              row(sheet, 3, "G-3", "钢渣", "产生量", 1, "2026-10-31", "多");
              row(sheet, 4, "G-4", "钢渣", "产生量", 1, "2026-10-31");
              sheet.range(1, 1, 2, 1).merge();
            });

    JsonNode done = sender.ended(sender.send("a.xlsx", null, false, file));

    assertThat(sender.faults(done))
        .containsExactly("2  cell-merged", "3  cell-merged", "4  line-malformed");
    assertThat(counts(done)).containsExactly(1, 0, 0, 3, 0);
  }
}
