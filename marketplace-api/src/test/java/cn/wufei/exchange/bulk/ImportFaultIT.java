package cn.wufei.exchange.bulk;

import static cn.wufei.exchange.bulk.Sender.counts;
import static cn.wufei.exchange.bulk.Sender.csv;
import static cn.wufei.exchange.bulk.Sender.row;
import static cn.wufei.exchange.bulk.Sender.workbook;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
  void a_stream_is_coded_by_a_scheme_of_the_exchange_and_is_another_under_another_code() {
    String start = "," + firm.name() + ",bof-slag,";
    String heading = "名称,厂址,物料,废物代码,代码体系,产生工序\n";

    JsonNode first =
        sender.ended(
            sender.send(
                "a.csv",
                "streams",
                false,
                csv(
                    heading,
                    "渣一" + start + "312-001-S01,固体废物分类与代码目录（2024）,转炉",
                    "渣二" + start + "312-001-S01,national-hazardous-list,",
                    "渣三" + start + "312-001-S01,EWC,",
                    "渣四" + start + "900-999-99,国家危险废物名录,",
                    "渣五" + start + "312-001-S01,,电炉")));
    JsonNode streams = plant.reader().get("/streams").json().at("/items");

    assertThat(counts(first)).containsExactly(3, 0, 0, 2, 0);
    assertThat(sender.faults(first))
        .containsExactly("4 codeScheme not-a-choice", "5  hazardous-waste-refused");
    assertThat(streams.findValuesAsText("codeScheme"))
        .containsExactlyInAnyOrder("solid-waste-catalogue", "national-hazardous-list");
  }

  @Test
  void a_stream_of_the_page_is_not_the_same_under_another_code_scheme_or_process() {
    Map<String, Object> stream =
        Plant.body(
            "siteId", firm.siteId().toString(),
            "materialKey", Plant.SLAG,
            "classCode", "SW01",
            "code", "312-001-S01",
            "codeScheme", "ewc",
            "name", "钢渣",
            "process", "转炉");
    assertThat(fieldsOf(plant.trader().post("/streams", stream).expect(400)))
        .containsExactly("codeScheme");
    stream.remove("codeScheme");
    plant.trader().post("/streams", stream).expect(201);
    String heading = "名称,厂址,物料,废物代码,代码体系,产生工序\n";
    String start = "钢渣," + firm.name() + ",bof-slag,";

    assertThat(sent(heading, start + ",,")).isEmpty();
    assertThat(sent(heading, start + "312-001-S01,solid-waste-catalogue,转炉")).isEmpty();
    assertThat(sent(heading, start + "310-001-S01,,")).containsExactly("2 code line-changed");
    assertThat(sent(heading, start + "312-001-S01,gbt-39198-2020,"))
        .containsExactly("2 codeScheme line-changed");
    assertThat(sent(heading, start + ",,电炉")).containsExactly("2 process line-changed");
  }

  private List<String> sent(String heading, String line) {
    return sender.faults(sender.ended(sender.send("a.csv", "streams", false, csv(heading, line))));
  }

  @Test
  void a_lot_with_a_freight_invoice_and_no_radius_is_not_taken_for_ex_works() {
    plant.stream(Plant.SLAG, "钢渣");
    String heading = "挂牌编号,固废流,标题,数量性质,数量,单价,含税,到厂半径,运费发票,可供起,可供止\n";
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    String window = "," + today + "," + today.plusDays(30);

    JsonNode done =
        sender.ended(
            sender.send(
                "a.csv",
                "lots",
                false,
                csv(
                    heading,
                    "L-1,钢渣,转炉渣,确定,20,15,是,,两票制" + window,
                    "L-2,钢渣,转炉渣,确定,20,15,是,远,两票制" + window,
                    "L-3,钢渣,转炉渣,确定,20,15,是,150,两票制" + window)));

    assertThat(sender.faults(done))
        .containsExactly("2 delivery.radiusKm missing", "3 delivery.radiusKm not-a-number");
    assertThat(counts(done)).containsExactly(1, 0, 0, 2, 0);
  }

  @Test
  void a_percentage_is_refused_where_the_unit_is_another() {
    plant.stream(Plant.SLAG, "钢渣");
    String heading = "编号,固废流,检测机构,报告编号,采样日期,报告日期,对买方公开,CaO,比表面积\n";
    String line = "Q-%d,钢渣,省检测中心,2026-%d,2026-10-20,2026-10-25,是,40%%,%s";

    JsonNode done =
        sender.ended(
            sender.send(
                "a.csv",
                "quality-reports",
                false,
                csv(heading, line.formatted(1, 1, "420"), line.formatted(2, 2, "42%"))));

    assertThat(sender.faults(done))
        .containsExactly("3 qualities.specific-surface unit-not-percent");
    assertThat(counts(done)).containsExactly(1, 0, 0, 1, 0);
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
