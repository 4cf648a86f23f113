package cn.wufei.exchange.bulk;

import static cn.wufei.exchange.bulk.Sender.counts;
import static cn.wufei.exchange.bulk.Sender.csv;
import static cn.wufei.exchange.bulk.Sender.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// How an import begins, breaks off and ends, and who may see it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportCourseIT {

  /// Of so many some are left whenever an import is broken off.
  private static final int MANY = 5_000;

  private static final String STREAM_HEADING = "名称,厂址,物料,类别\n";
  private static final String ENTRY_HEADING = "单据号,固废流,事项,数量（吨）,日期,备注\n";

  private final Plant plant = Plant.begin();
  private final Sender sender = new Sender(plant.trader());

  @Test
  void a_file_that_is_none_is_refused_at_once_or_fails_as_a_whole() {
    Http trader = plant.trader();
    byte[] text = csv(ENTRY_HEADING, "");

    assertProblem(trader.post("/imports?name=a.csv&dryRun=true", text), 422, "kind-needed");
    assertProblem(
        trader.post("/imports?name=a.csv&dryRun=true&kind=people", text), 422, "kind-unknown");
    assertProblem(
        trader.post("/imports?name=a.xls&dryRun=true", new byte[] {1, 0, 0}),
        422,
        "table-kind-unknown");
    assertProblem(trader.post("/imports?name=a.csv&dryRun=true", new byte[0]), 422, "file-empty");
    trader.post("/imports?name=a.csv&kind=entries", text).expect(400);

    JsonNode failed =
        sender.ended(
            sender.send(
                "a.xlsx",
                null,
                true,
                "PK\u0003\u0004 and no more".getBytes(StandardCharsets.UTF_8)));
    assertThat(failed.at("/status").asText()).isEqualTo("failed");
    assertThat(failed.at("/problem").asText()).isEqualTo("workbook-unreadable");
    JsonNode empty = sender.ended(sender.send("a.csv", "entries", true, text));
    assertThat(empty.at("/problem").asText()).isEqualTo("nothing-in-it");
  }

  @Test
  void an_import_that_broke_off_goes_on_after_the_last_line_that_was_dealt_with() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    byte[] file =
        csv(
            ENTRY_HEADING,
            IntStream.rangeClosed(1, 300)
                .mapToObj(i -> "G-" + i + ",钢渣,产生量,1," + (i % 50 == 0 ? "?" : "2026-10-31") + ",")
                .toArray(String[]::new));
    InHand taken = InHand.of(plant, "entries", false, file, 1);
    AtomicInteger asked = new AtomicInteger();

    assertThatThrownBy(() ->
            taken.run(() -> {
              if (asked.incrementAndGet() == 150) {
                throw new IllegalStateException("as if killed");
              }
              return false;
            }))
        .hasMessage("as if killed");
    assertThat(onHand(stream)).isBetween(1_000L, 149_000L);
    taken.leave();
    JsonNode done = sender.ended(plant.reader().get("/imports/" + taken.row().id()).json());

    assertThat(counts(done)).containsExactly(294, 0, 0, 6, 0);
    assertThat(onHand(stream)).isEqualTo(294_000);
    assertThat(sender.lines(done, null))
        .extracting(line -> line.at("/line").asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 301).boxed().toList());
  }

  @Test
  void an_import_is_cancelled_by_the_firm_and_keeps_what_was_recorded() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    byte[] file =
        csv(
            ENTRY_HEADING,
            IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> "G-" + i + ",钢渣,产生量,1,2026-10-31,")
                .toArray(String[]::new));
    InHand taken = InHand.of(plant, "entries", false, file, 1);
    AtomicInteger asked = new AtomicInteger();

    taken.run(() -> {
      if (asked.incrementAndGet() == 100) {
        plant.trader().post("/imports/" + taken.row().id() + "/cancellation").expect(200);
      }
      return false;
    });

    JsonNode done = plant.reader().get("/imports/" + taken.row().id()).json();
    assertThat(done.at("/status").asText()).isEqualTo("cancelled");
    assertThat(done.at("/linesDone").asInt()).isBetween(1, MANY - 1);
    assertThat(onHand(stream)).isEqualTo(done.at("/created").asLong() * 1_000);
    assertProblem(
        plant.trader().post("/imports/" + taken.row().id() + "/cancellation"), 409, "import-ended");
  }

  @Test
  void an_import_ends_when_who_began_it_is_shut_out_of_the_firm() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    byte[] file =
        csv(
            ENTRY_HEADING,
            IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> "G-" + i + ",钢渣,产生量,1,2026-10-31,")
                .toArray(String[]::new));
    InHand taken = InHand.of(plant, "entries", false, file, 1);
    Http admin = Http.as(plant.organisation().admin());
    String member = plant.trader().get("/me").text("memberId");
    AtomicInteger asked = new AtomicInteger();

    taken.run(() -> {
      if (asked.incrementAndGet() == 100) {
        admin.ifMatch(1).post("/members/" + member + "/deactivation").expect(200);
      }
      return false;
    });

    JsonNode done = admin.get("/imports/" + taken.row().id()).expect(200).json();
    assertThat(done.at("/status").asText()).isEqualTo("cancelled");
    assertThat(done.at("/linesDone").asInt()).isBetween(1, MANY - 1);
    assertThat(onHand(stream)).isEqualTo(done.at("/created").asLong() * 1_000);
  }

  @Test
  void of_many_who_send_a_file_at_once_three_are_let_in() throws Exception {
    plant.stream(Plant.SLAG, "钢渣");
    byte[] file =
        csv(
            ENTRY_HEADING,
            IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> "G-" + i + ",钢渣,产生量,1,2026-10-31,")
                .toArray(String[]::new));
    List<Http.Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Http.Answer>> all =
          IntStream.range(0, 8)
              .<Callable<Http.Answer>>mapToObj(i ->
                  () ->
                      plant
                          .trader()
                          .post("/imports?name=" + i + ".csv&kind=entries&dryRun=true", file))
              .toList();
      for (Future<Http.Answer> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers)
        .extracting(Http.Answer::code)
        .filteredOn("imports-too-many"::equals)
        .hasSize(5);
    answers.stream()
        .filter(answer -> answer.status() == 201)
        .forEach(answer ->
            plant.trader().post("/imports/" + answer.text("id") + "/cancellation").expect(200));
  }

  @Test
  void nobody_else_sees_an_import_or_acts_on_it() {
    JsonNode sent = sender.send("a.csv", "streams", true, csv(STREAM_HEADING, ""));
    Http stranger = Http.as(Fixtures.producer().trader());

    for (String path : List.of("", "/lines")) {
      stranger.get("/imports/" + id(sent) + path).expect(404);
      Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).get("/imports/" + id(sent) + path).expect(403);
    }
    stranger.post("/imports/" + id(sent) + "/execution").expect(404);
    stranger.post("/imports/" + id(sent) + "/cancellation").expect(404);
    assertThat(stranger.get("/imports").json().at("/items")).isEmpty();
    plant.reader().get("/imports/" + id(sent)).expect(200);
  }

  @Test
  void the_template_is_understood_in_both_languages() {
    for (String language : List.of("zh", "en")) {
      byte[] template = plant.reader().download("/import-templates/" + language).body();

      JsonNode done = sender.ended(sender.send("template.xlsx", null, true, template));

      assertThat(sender.faults(done)).isEmpty();
      assertThat(done.at("/problem").asText()).isEqualTo("nothing-in-it");
    }
    plant.reader().get("/import-templates/fr").expect(400);
    assertThat(plant.reader().get("/import-kinds").json().at("/items").findValuesAsText("key"))
        .contains("streams", "entries", "lots", "demands");
  }

  private long onHand(String stream) {
    return plant.balance(stream).getFirst();
  }

  private static void assertProblem(Http.Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.code()).isEqualTo(code);
  }
}
