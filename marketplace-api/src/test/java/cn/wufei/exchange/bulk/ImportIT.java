package cn.wufei.exchange.bulk;

import static cn.wufei.exchange.bulk.Sender.counts;
import static cn.wufei.exchange.bulk.Sender.csv;
import static cn.wufei.exchange.bulk.Sender.id;
import static cn.wufei.exchange.bulk.Sender.row;
import static cn.wufei.exchange.bulk.Sender.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Tables of plants and works, through the API.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportIT {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String ENTRY_HEADING = "单据号,固废流,事项,数量（吨）,日期,备注\n";

  private final Plant plant = Plant.begin();
  private final TestOrganisation firm = plant.organisation();
  private final Sender sender = new Sender(plant.trader());

  @Test
  void lines_of_a_csv_file_are_recorded_and_each_is_answered_for_itself() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    byte[] file =
        csv(
            ENTRY_HEADING,
            "G-1,钢渣,产生量,12.345,2026/10/31,十月",
            "G-2,钢渣,generation,1.2345,2026-10-31,",
            "G-3,铁渣,产生量,5,2026-10-31,",
            ",钢渣,产生,x,31.10.2026,",
            "G-1,钢渣,产生量,7,2026-10-31,",
            "G-6,钢渣,自行利用,2,2026年10月31日,");

    JsonNode done = sender.ended(sender.send("台账.csv", "entries", false, file));

    assertThat(counts(done)).containsExactly(2, 0, 0, 4, 0);
    assertThat(done.at("/status").asText()).isEqualTo("ended");
    assertThat(plant.balance(stream)).containsExactly(10_345L, 0L, 10_345L);
    assertThat(sender.faults(done))
        .containsExactly(
            "3 quantityT tonnes-too-fine",
            "4 streamId stream-unknown",
            "5 reference missing",
            "5 kind not-a-choice",
            "5 quantityT not-a-number",
            "5 occurredOn not-a-date",
            "6 reference reference-repeated");
    JsonNode created = sender.lines(done, "created").getFirst();
    assertThat(created.at("/reference").asText()).isEqualTo("G-1");
    assertThat(created.at("/line").asInt()).isEqualTo(2);
    assertThat(entries(stream)).contains(created.at("/subjectId").asText());
  }

  @Test
  void the_same_file_again_does_nothing_and_other_content_of_a_fact_is_refused() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    byte[] file = csv(ENTRY_HEADING, "G-1,钢渣,产生量,12,2026-10-31,");
    sender.ended(sender.send("a.csv", "entries", false, file));

    JsonNode again = sender.ended(sender.send("a.csv", "entries", false, file));
    JsonNode asWorkbook =
        sender.ended(
            sender.send(
                "a.xlsx",
                null,
                false,
                workbook(
                    "台账记录",
                    sheet -> {
                      row(sheet, 0, "单据号", "固废流", "事项", "数量", "日期");
                      row(sheet, 1, "G-1", "钢渣", "generation", 12, LocalDate.of(2026, 10, 31));
                    })));
    JsonNode changed =
        sender.ended(
            sender.send(
                "b.csv", "entries", false, csv(ENTRY_HEADING, "G-1,钢渣,产生量,13,2026-10-31,")));

    assertThat(counts(again)).containsExactly(0, 0, 1, 0, 0);
    assertThat(counts(asWorkbook)).containsExactly(0, 0, 1, 0, 0);
    assertThat(counts(changed)).containsExactly(0, 0, 0, 1, 0);
    assertThat(sender.faults(changed)).containsExactly("2  line-changed");
    assertThat(plant.balance(stream)).containsExactly(12_000L, 0L, 12_000L);
  }

  @Test
  void a_workbook_is_checked_first_and_then_imported_from_what_was_sent() {
    byte[] file = month();

    JsonNode checked = sender.ended(sender.send("十月.xlsx", null, true, file));

    assertThat(counts(checked)).containsExactly(2, 0, 0, 0, 3);
    assertThat(plant.reader().get("/streams").json().at("/items")).isEmpty();
    assertThat(sender.faults(checked))
        .containsExactly(
            "2 streamId awaits-earlier-line",
            "2 streamId awaits-earlier-line",
            "3 streamId awaits-earlier-line");

    JsonNode done =
        sender.ended(
            plant.trader().post("/imports/" + id(checked) + "/execution").expect(200).json());

    assertThat(counts(done)).containsExactly(5, 0, 0, 0, 0);
    assertThat(done.at("/dryRun").asBoolean()).isFalse();
    String stream = sender.lines(done, "created").get(3).at("/subjectId").asText();
    assertThat(plant.balance(stream)).containsExactly(70_500L, 0L, 70_500L);
    JsonNode lot =
        plant
            .reader()
            .get("/lots/" + sender.lines(done, "created").getFirst().at("/subjectId").asText())
            .expect(200)
            .json();
    assertThat(lot.at("/quantityKg").asLong()).isEqualTo(50_000);
    assertThat(lot.at("/priceYuanPerT").decimalValue()).isEqualByComparingTo("-12.5");
    assertThat(lot.at("/qualities/0/parameter").asText()).isEqualTo("cao");
    assertThat(lot.at("/qualities/0/min").decimalValue()).isEqualByComparingTo("38");
    assertThat(lot.at("/qualities/0/max").decimalValue()).isEqualByComparingTo("42");
    assertProblem(
        plant.trader().post("/imports/" + id(done) + "/execution"), 409, "import-not-checked");
    assertThat(plant.reader().get("/notices").json().at("/items").findValuesAsText("kind"))
        .contains("import-ended");
  }

  @Test
  void a_lot_that_comes_again_with_other_terms_is_changed_and_what_is_fixed_is_not() {
    plant.stream(Plant.SLAG, "钢渣");
    JsonNode first =
        sender.ended(sender.send("a.csv", "lots", false, lots("L-1,钢渣,转炉渣,确定,50,20,是", "")));
    String lot = sender.lines(first, "created").getFirst().at("/subjectId").asText();

    JsonNode cheaper =
        sender.ended(sender.send("b.csv", "lots", false, lots("L-1,钢渣,转炉渣,确定,50,15,是", "")));
    JsonNode more =
        sender.ended(sender.send("c.csv", "lots", false, lots("L-1,钢渣,转炉渣,确定,60,15,是", "")));

    assertThat(counts(cheaper)).containsExactly(0, 1, 0, 0, 0);
    assertThat(sender.lines(cheaper, "changed").getFirst().at("/subjectId").asText())
        .isEqualTo(lot);
    assertThat(plant.reader().get("/lots/" + lot).json().at("/priceYuanPerT").decimalValue())
        .isEqualByComparingTo("15");
    assertThat(sender.faults(more)).containsExactly("2 quantityT fixed-once-imported");
  }

  @Test
  void counts_are_compared_with_the_records_of_the_same_file_and_reports_are_kept() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    byte[] file =
        Sender.sheets(workbook -> {
          Worksheet reports = workbook.newWorksheet("质检报告");
          row(reports, 0, "编号", "固废流", "检测机构", "报告编号", "采样日期", "报告日期", "对买方公开", "CaO", "水分");
          row(
              reports,
              1,
              "Q-1",
              "钢渣",
              "省检测中心",
              "2026-118",
              "2026-10-20",
              "2026-10-25",
              "是",
              "38-42",
              6.5);
          row(
              reports,
              2,
              "Q-2",
              "钢渣",
              "省检测中心",
              "2026-119",
              "2026-10-20",
              "2026-10-25",
              "是",
              "38-142",
              6.5);
          Worksheet counts = workbook.newWorksheet("Stock-takes");
          row(counts, 0, "Own number", "Stream", "Counted", "Day", "Method");
          row(counts, 1, "C-1", "钢渣", 9.5, "2026-10-31", "survey");
          Worksheet entries = workbook.newWorksheet("台账记录");
          row(entries, 0, "单据号", "固废流", "事项", "数量", "日期");
          row(entries, 1, "G-1", "钢渣", "产生量", 10, "2026-10-31");
        });

    JsonNode done = sender.ended(sender.send("十月.xlsx", null, false, file));

    assertThat(sender.faults(done)).containsExactly("3 qualities.cao value-impossible");
    assertThat(counts(done)).containsExactly(3, 0, 0, 1, 0);
    JsonNode count =
        plant.reader().get("/streams/" + stream + "/stock-takes").json().at("/items/0");
    assertThat(count.at("/ledgerKg").asLong()).isEqualTo(10_000);
    assertThat(count.at("/residualKg").asLong()).isEqualTo(-500);
    JsonNode report =
        plant.reader().get("/streams/" + stream + "/quality-reports").json().at("/items/0");
    assertThat(report.at("/reportNumber").asText()).isEqualTo("2026-118");
    assertThat(report.at("/values")).hasSize(2);
  }

  @Test
  void what_the_use_case_refuses_names_the_column_of_the_file() {
    plant.stream(Plant.SLAG, "钢渣");

    JsonNode done =
        sender.ended(
            sender.send(
                "a.csv",
                "lots",
                false,
                lots("L-1,钢渣,转炉渣,确定,0.5,200000000,是", "L-2,钢渣,电炉除尘灰,确定,50,1,是")));

    assertThat(sender.faults(done))
        .containsExactly(
            "2 priceYuanPerT decimal-max",
            "2 priceYuanPerT digits",
            "2 quantityT min",
            "3  hazardous-waste-refused");
    assertThat(sender.lines(done, "refused").getFirst().at("/faults/0/header").asText())
        .isEqualTo("单价（元/吨）");
    assertThat(plant.reader().get("/lots").json().at("/items")).isEmpty();
  }

  @Test
  void demands_are_posted_and_changed_by_the_firms_own_numbers() {
    TestOrganisation works = Fixtures.receiver();
    Http trader = Http.as(works.trader());
    Sender buyer = new Sender(trader);
    String heading = "需求编号,厂址,可接受物料,用途,标题,数量,最高单价,需要起,需要止,CaO\n";
    String window = "," + today() + "," + today().plusDays(60);
    String line = "D-1," + works.name() + ",%s,通用硅酸盐水泥混合材,要矿渣,500,80" + window + ",≥30";
    String material = nameOf("granulated-bf-slag");

    JsonNode first =
        buyer.ended(buyer.send("a.csv", "demands", false, csv(heading, line.formatted(material))));
    JsonNode second =
        buyer.ended(
            buyer.send(
                "b.csv",
                "demands",
                false,
                csv(heading, line.formatted(material + "、" + nameOf(Plant.SLAG)))));

    assertThat(buyer.faults(first)).isEmpty();
    assertThat(counts(first)).containsExactly(1, 0, 0, 0, 0);
    assertThat(counts(second)).containsExactly(0, 1, 0, 0, 0);
    JsonNode demand = trader.get("/demands").json().at("/items/0");
    assertThat(demand.at("/materialKeys")).hasSize(2);
    assertThat(demand.at("/ranges/0/min").decimalValue()).isEqualByComparingTo("30");
    assertThat(demand.at("/ranges/0/max").isMissingNode()).isTrue();
    JsonNode third =
        buyer.ended(
            buyer.send(
                "c.csv",
                "demands",
                false,
                csv(
                    heading,
                    line.formatted("渣钢、粒钢、" + material + "；钢精粉、 磁选粉"),
                    line.replace("D-1", "D-2").formatted(material + "、渣钢、没有的渣"))));
    assertThat(buyer.faults(third)).containsExactly("3 materialKeys material-unknown");
    assertThat(trader.get("/demands").json().at("/items/0/materialKeys"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            "recovered-slag-iron", "granulated-bf-slag", "magnetic-concentrate");
  }

  @Test
  void lines_are_recorded_in_their_order_since_one_draws_from_those_before() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add("T-" + i + ",钢渣,关联方转移,1,2026-10-30,集团矿粉公司");
      lines.add("U-" + i + ",钢渣,关联方利用,1,2026-10-31,集团矿粉公司");
    }
    byte[] file = csv("单据号,固废流,事项,数量,日期,关联方名称\n", lines.toArray(String[]::new));
    plant.enter(stream, "generation", 100_000, "2026-10-01");

    JsonNode done = sender.ended(sender.send("a.csv", "entries", false, file));

    assertThat(counts(done)).containsExactly(80, 0, 0, 0, 0);
    // Had a use come before its transfer, it would have been drawn from the yard as well.
    assertThat(plant.balance(stream).getFirst()).isEqualTo(60_000);
  }

  @Test
  void a_csv_file_of_an_older_system_is_read_as_well() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    byte[] file =
        (ENTRY_HEADING + "G-1,钢渣,产生量,3,20261031,")
            .replace(',', ';')
            .getBytes(Charset.forName("GB18030"));

    sender.ended(sender.send("台账.csv", "entries", false, file));

    assertThat(plant.balance(stream)).containsExactly(3_000L, 0L, 3_000L);
  }

  /// A month of a plant: two streams, two records, a lot.
  private byte[] month() {
    return Sender.sheets(workbook -> {
      // The order of the sheets is the plant's own.
      Worksheet lots = workbook.newWorksheet("供应挂牌");
      row(lots, 0, "挂牌编号", "固废流", "标题", "数量性质", "数量（吨）", "单价（元/吨）", "含税", "可供起", "可供止", "CaO");
      row(
          lots,
          1,
          "L-1",
          "渣一",
          "转炉渣 50 吨",
          "确定",
          50,
          -12.5,
          "是",
          today(),
          today().plusDays(30),
          "38-42");
      Worksheet entries = workbook.newWorksheet("Records");
      row(entries, 0, "Own number", "Stream", "Kind", "Quantity (t)", "Day");
      row(entries, 1, 1001, "渣一", "generation", 60, "2026-10-31");
      row(entries, 2, 1002, "渣一", "opening stock", 10.5, "2026-10-01");
      Worksheet streams = workbook.newWorksheet("固废流");
      row(streams, 0, "名称 *", "厂址 *", "物料 *", "类别");
      row(streams, 1, "渣一", firm.name(), nameOf(Plant.SLAG), "SW01");
      row(streams, 2, "渣二", firm.name(), Plant.SLAG);
    });
  }

  private static byte[] lots(String... lines) {
    List<String> filled = new ArrayList<>();
    for (String line : lines) {
      filled.add(line.isEmpty() ? "" : line + "," + today() + "," + today().plusDays(30));
    }
    return csv("挂牌编号,固废流,标题,数量性质,数量（吨）,单价（元/吨）,含税,可供起,可供止\n", filled.toArray(String[]::new));
  }

  private String nameOf(String material) {
    for (JsonNode item : plant.reader().get("/catalog/materials").json().at("/items")) {
      if (item.at("/key").asText().equals(material)) {
        return item.at("/nameZh").asText();
      }
    }
    throw new AssertionError("no material " + material);
  }

  private String entries(String stream) {
    return StreamSupport.stream(
            plant.reader().get("/streams/" + stream + "/entries").json().at("/items").spliterator(),
            false)
        .map(entry -> entry.at("/subjectId").asText())
        .collect(Collectors.joining(" "));
  }

  private static void assertProblem(Http.Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  private static LocalDate today() {
    return LocalDate.now(CHINA);
  }
}
