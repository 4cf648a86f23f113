package cn.wufei.exchange.bulk;

import static cn.wufei.exchange.bulk.Sender.counts;
import static cn.wufei.exchange.bulk.Sender.csv;
import static cn.wufei.exchange.bulk.Sender.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports in which something goes wrong that is not the fault of the file, and what a check
/// leaves.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportFailureIT {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String ENTRY_HEADING = "单据号,固废流,事项,数量（吨）,日期,备注\n";
  private static final int ALWAYS = 1_000_000;

  private final Plant plant = Plant.begin();
  private final TestOrganisation firm = plant.organisation();
  private final Sender sender = new Sender(plant.trader());

  @Test
  void where_a_line_fails_those_behind_it_wait_until_it_is_recorded() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    InHand taken = InHand.of(plant, "entries", false, drawing(), 1);
    FailingKind<?> failing = FailingKind.of("entries", "G-2", 1);

    assertThatThrownBy(() -> taken.runOf(failing)).hasMessage("a bug");
    assertThat(plant.balance(stream).getFirst()).isEqualTo(1_000);

    taken.runOf(failing);
    assertThat(counts(read(taken))).containsExactly(82, 0, 0, 0, 0);
    // Had a use come before its transfer, it would have been drawn from the yard as well.
    assertThat(plant.balance(stream).getFirst()).isEqualTo(61_000);
  }

  @Test
  void on_the_last_attempt_the_line_that_fails_is_refused_and_the_others_are_recorded() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    InHand taken = InHand.of(plant, "entries", false, drawing(), ImportRuns.ATTEMPTS_MAX);

    taken.runOf(FailingKind.of("entries", "T-7", ALWAYS));

    JsonNode done = read(taken);
    assertThat(done.at("/status").asText()).isEqualTo("ended");
    assertThat(counts(done)).containsExactly(81, 0, 0, 1, 0);
    assertThat(sender.faults(done)).containsExactly("18  internal-error");
    // The use without a transfer before it is drawn from the yard.
    assertThat(plant.balance(stream).getFirst()).isEqualTo(61_000);
  }

  @Test
  void a_line_that_does_not_post_is_left_out_on_the_last_attempt_as_well() {
    byte[] file =
        csv(
            "名称,厂址,物料\n",
            "渣一," + firm.name() + ",bof-slag",
            "渣二," + firm.name() + ",bof-slag",
            "渣三," + firm.name() + ",bof-slag");
    InHand early = InHand.of(plant, "streams", false, file, ImportRuns.ATTEMPTS_MAX - 1);
    assertThatThrownBy(() -> early.runOf(FailingKind.of("streams", "渣二", ALWAYS)))
        .hasMessage("a bug");
    InHand last = InHand.of(plant, "streams", false, file, ImportRuns.ATTEMPTS_MAX);

    last.runOf(FailingKind.of("streams", "渣二", ALWAYS));

    assertThat(sender.faults(read(last))).containsExactly("3  internal-error");
    assertThat(read(last).at("/refused").asInt()).isEqualTo(1);
    assertThat(plant.reader().get("/streams").json().at("/items").findValuesAsText("name"))
        .containsExactlyInAnyOrder("渣一", "渣三");
  }

  @Test
  void an_import_that_has_broken_off_too_often_is_given_up() {
    plant.stream(Plant.SLAG, "钢渣");
    InHand taken = InHand.of(plant, "entries", false, drawing(), ImportRuns.ATTEMPTS_MAX + 1);

    taken.run(() -> false);

    JsonNode done = read(taken);
    assertThat(done.at("/status").asText()).isEqualTo("failed");
    assertThat(done.at("/problem").asText()).isEqualTo("internal-error");
    assertThat(counts(done)).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void a_check_that_is_taken_up_again_knows_which_streams_the_file_brings() {
    byte[] file =
        Sender.sheets(workbook -> {
          Worksheet streams = workbook.newWorksheet("固废流");
          row(streams, 0, "名称", "厂址", "物料");
          row(streams, 1, "渣一", firm.name(), Plant.SLAG);
          row(streams, 2, "渣二", firm.name(), Plant.SLAG);
          Worksheet entries = workbook.newWorksheet("台账记录");
          row(entries, 0, "单据号", "固废流", "事项", "数量", "日期");
          row(entries, 1, "G-1", "渣一", "产生量", 10, "2026-10-31");
          row(entries, 2, "G-2", "渣二", "产生量", 10, "2026-10-31");
          row(entries, 3, "G-3", "渣三", "产生量", 10, "2026-10-31");
        });
    InHand taken = InHand.of(plant, null, true, file, 1);

    AtomicInteger asked = new AtomicInteger();

    // Asked after each of the two streams and after both; the instance goes down with the records.
    taken.run(() -> asked.incrementAndGet() > 3);
    assertThat(asked).hasValue(5);
    JsonNode done = sender.ended(read(taken));

    assertThat(counts(done)).containsExactly(2, 0, 0, 1, 2);
    assertThat(sender.faults(done))
        .containsExactlyInAnyOrder(
            "2 streamId awaits-earlier-line",
            "3 streamId awaits-earlier-line",
            "4 streamId stream-unknown");
  }

  @Test
  void a_check_of_what_posts_writes_nothing() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    plant.enter(stream, "generation", 100_000, "2026-10-01");
    LocalDate today = LocalDate.now(CHINA);
    byte[] file =
        Sender.sheets(workbook -> {
          Worksheet entries = workbook.newWorksheet("entries");
          row(entries, 0, "单据号", "固废流", "事项", "数量", "日期");
          row(entries, 1, "G-1", "钢渣", "产生量", 10, "2026-10-31");
          row(entries, 2, "U-1", "钢渣", "自行利用", 5, "2026-10-31");
          Worksheet counts = workbook.newWorksheet("stock-takes");
          row(counts, 0, "盘库编号", "固废流", "实盘数量", "盘库日期", "盘库方法");
          row(counts, 1, "C-1", "钢渣", 90, "2026-10-31", "测量");
          Worksheet lots = workbook.newWorksheet("lots");
          row(lots, 0, "挂牌编号", "固废流", "标题", "数量性质", "数量", "单价", "含税", "可供起", "可供止");
          row(lots, 1, "L-1", "钢渣", "转炉渣", "确定", 20, 15, "是", today, today.plusDays(30));
        });
    Map<String, Long> before = Books.rowCounts();

    JsonNode done = sender.ended(sender.send("a.xlsx", null, true, file));

    assertThat(counts(done)).containsExactly(4, 0, 0, 0, 0);
    Map<String, Long> after = Books.rowCounts();
    // What is written of the import itself.
    List.of("audit_record", "http_idempotency")
        .forEach(table -> {
          before.remove(table);
          after.remove(table);
        });
    assertThat(after).isEqualTo(before).containsKeys("ledger_transfer", "ledger_posting");
    assertThat(plant.balance(stream)).containsExactly(100_000L, 0L, 100_000L);
    assertThat(plant.reader().get("/lots").json().at("/items")).isEmpty();
    assertThat(plant.reader().get("/streams/" + stream + "/stock-takes").json().at("/items"))
        .isEmpty();
  }

  @Test
  void a_line_in_a_closed_month_is_refused_and_the_others_are_recorded() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    YearMonth running = YearMonth.now(CHINA);
    YearMonth last = running.minusMonths(1);
    Http.as(firm.admin())
        .post("/organisations/" + firm.id() + "/months/" + last + "/closing")
        .expect(200);

    JsonNode done =
        sender.ended(
            sender.send(
                "a.csv",
                "entries",
                false,
                csv(
                    ENTRY_HEADING,
                    "G-1,钢渣,产生量,1," + running.atDay(1) + ",",
                    "G-2,钢渣,产生量,2," + last.atEndOfMonth() + ",",
                    "G-3,钢渣,产生量,4," + running.atDay(1) + ",")));

    assertThat(counts(done)).containsExactly(2, 0, 0, 1, 0);
    assertThat(sender.faults(done)).containsExactly("3 occurredOn period-locked");
    assertThat(sender.lines(done, "refused").getFirst().at("/faults/0/facts/month").asText())
        .isEqualTo(last.toString());
    assertThat(plant.balance(stream)).containsExactly(5_000L, 0L, 5_000L);
  }

  @Test
  void files_that_a_killed_process_left_are_removed_and_those_of_others_stay(@TempDir Path folder)
      throws Exception {
    long alive = ProcessHandle.current().parent().orElseThrow().pid();
    Path left = Files.createFile(folder.resolve("wufei-import-99999999999-1.tmp"));
    Path own =
        Files.createFile(
            folder.resolve("wufei-import-" + ProcessHandle.current().pid() + "-1.tmp"));
    Path others = Files.createFile(folder.resolve("wufei-import-" + alive + "-1.tmp"));
    Path upload = Files.createFile(folder.resolve("wufei-received-1.tmp"));

    new ImportCopies(folder).removeLeft();

    assertThat(List.of(left, own)).noneMatch(Files::exists);
    assertThat(List.of(others, upload)).allMatch(Files::exists);
  }

  /// Two records, and forty transfers each of which a use draws on: 1 t and 100 t come in, 40 t go
  /// out.
  private static byte[] drawing() {
    List<String> lines = new ArrayList<>();
    lines.add("G-1,钢渣,产生量,1,2026-10-01,");
    lines.add("G-2,钢渣,产生量,100,2026-10-01,");
    for (int i = 0; i < 40; i++) {
      lines.add("T-" + i + ",钢渣,关联方转移,1,2026-10-30,集团矿粉公司");
      lines.add("U-" + i + ",钢渣,关联方利用,1,2026-10-31,集团矿粉公司");
    }
    return csv("单据号,固废流,事项,数量（吨）,日期,关联方名称\n", lines.toArray(String[]::new));
  }

  private JsonNode read(InHand taken) {
    return plant.reader().get("/imports/" + taken.row().id()).expect(200).json();
  }
}
