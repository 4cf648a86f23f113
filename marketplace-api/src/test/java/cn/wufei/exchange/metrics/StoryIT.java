package cn.wufei.exchange.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.correction.Corrections;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The story of a lot's tonnes, as each party may read it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryIT {

  @Test
  void a_lots_tonnes_are_told_from_generation_to_use() {
    Trade trade = Trade.begin();
    trade.enter("opening-stock", 30_000);
    trade.enter("generation", 100_000);
    String lot = trade.publish(90_000).text("id");
    Http.Answer agreement = trade.accept(trade.propose(lot, 60_000)).expect(201);
    Http.Answer load = trade.dispatch(agreement.text("id"), 32_000);
    trade.receive(load, trade.receipt(31_900, 900)).expect(200);
    Http.Answer second = trade.dispatch(agreement.text("id"), 10_000);
    trade.refuse(second).expect(200);
    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    trade.buyer().post("/use-reports", trade.useReport(month, 20_000)).expect(201);

    Http.Answer told = trade.seller().get("/lots/" + lot + "/story").expect(200);

    assertThat(told.json().get("reduced").asBoolean()).isFalse();
    assertThat(steps(told))
        .containsExactly(
            "used 20000 use-report",
            "returned 10000 load",
            "dispatched 10000 load",
            "received 31000 load",
            "returned 900 load",
            "difference 100 load",
            "dispatched 32000 load",
            "reserved 60000 agreement",
            "published 90000 lot");
    assertThat(sources(told)).containsExactly("opening 30000 stream", "generated 100000 stream");
    assertThat(told.json().get("sums").toString())
        .isEqualTo(
            "{\"publishedKg\":90000,\"reservedKg\":60000,\"dispatchedKg\":42000,"
                + "\"receivedKg\":31000,\"returnedKg\":10900,\"usedKg\":20000}");
    JsonNode used = line(told, "used");
    assertThat(used.get("rule").asText()).isEqualTo("pro-rata");
    assertThat(used.get("subjectNumber").asText()).isEqualTo(month);
    assertThat(used.at("/party/id").asText()).isEqualTo(trade.receiver().id().toString());
    assertThat(used.get("mayProve").asBoolean()).isFalse();
    JsonNode received = line(told, "received");
    assertThat(received.get("subjectNumber").asText()).isEqualTo(load.text("number"));
    assertThat(received.get("postings")).isNotEmpty();
    assertThat(received.get("mayProve").asBoolean()).isTrue();
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY));
    assertThat(steps(auditor.get("/lots/" + lot + "/story").expect(200))).isEqualTo(steps(told));
  }

  @Test
  void a_receiver_reads_what_went_to_itself_and_a_stranger_that_it_was_published() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    String lot = trade.publish(90_000).text("id");
    trade.accept(trade.propose(lot, 60_000)).expect(201);
    Trade other = trade.withAnotherReceiver();
    Http.Answer agreement = trade.accept(other.propose(lot, 20_000)).expect(201);
    trade.dispatch(agreement.text("id"), 9_000);

    Http.Answer received = other.buyer().get("/lots/" + lot + "/story").expect(200);
    Http.Answer strange =
        Http.as(Fixtures.receiver().reader()).get("/lots/" + lot + "/story").expect(200);

    assertThat(received.json().get("reduced").asBoolean()).isTrue();
    assertThat(received.json().has("streamName")).isFalse();
    assertThat(steps(received))
        .containsExactly("dispatched 9000 load", "reserved 20000 agreement", "published 90000 lot");
    assertThat(sources(received)).isEmpty();
    assertThat(line(received, "dispatched").get("mayProve").asBoolean()).isFalse();
    assertThat(steps(strange)).containsExactly("published 90000 lot");
    Http.Answer now = trade.lotNow(lot);
    trade.seller().ifMatch(now.number("version")).post("/lots/" + lot + "/withdrawal").expect(200);
    Http.as(Fixtures.receiver().reader()).get("/lots/" + lot + "/story").expect(404);
    assertThat(steps(other.buyer().get("/lots/" + lot + "/story").expect(200))).hasSize(3);
  }

  @Test
  void a_story_is_read_page_by_page_and_the_first_page_sums_up_the_whole() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    String lot = trade.publish(90_000).text("id");
    String agreement = trade.accept(trade.propose(lot, 60_000)).expect(201).text("id");
    Http.Answer load = trade.dispatch(agreement, 32_000);
    trade.receive(load, trade.receipt(31_900, 900)).expect(200);
    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    trade.buyer().post("/use-reports", trade.useReport(month, 20_000)).expect(201);
    String path = "/lots/" + lot + "/story";
    Http.Answer whole = trade.seller().get(path).expect(200);

    List<String> paged = new ArrayList<>();
    int pages = 0;
    String cursor = "";
    do {
      Http.Answer page = trade.seller().get(path + "?limit=2" + cursor).expect(200);
      paged.addAll(steps(page));
      for (String ofTheWhole : List.of("sums", "sources")) {
        assertThat(page.json().get(ofTheWhole))
            .isEqualTo(cursor.isEmpty() ? whole.json().get(ofTheWhole) : null);
      }
      cursor = page.json().has("next") ? "&cursor=" + page.text("next") : "";
      pages++;
    } while (!cursor.isEmpty());

    assertThat(paged).isEqualTo(steps(whole));
    assertThat(pages).isEqualTo(3);
    assertThat(whole.json().has("next")).isFalse();
  }

  @Test
  void what_was_taken_back_tells_no_step_that_the_tonnes_did_not_take() {
    Trade trade = Trade.begin();
    String other =
        trade
            .seller()
            .post(
                "/streams",
                Trade.body(
                    "siteId",
                    trade.producer().siteId().toString(),
                    "materialKey",
                    Trade.MATERIAL,
                    "classCode",
                    "SW01",
                    "name",
                    "原渣"))
            .expect(201)
            .text("id");
    String processing =
        trade
            .seller()
            .post(
                "/processings",
                Trade.body(
                    "occurredOn",
                    trade.today().toString(),
                    "inputs",
                    List.of(Trade.body("streamId", other, "quantityKg", 20_000)),
                    "outputs",
                    List.of(Trade.body("streamId", trade.streamId(), "quantityKg", 18_000))))
            .expect(201)
            .text("id");
    Corrections.approve(
        Http.as(trade.producer().admin()),
        Corrections.propose(trade.seller(), Corrections.voiding("processing", processing)));
    String lot = trade.publish(90_000).text("id");
    String agreement = trade.accept(trade.propose(lot, 60_000)).expect(201).text("id");
    String load = trade.dispatch(agreement, 10_000).text("id");
    trade.enter("generation", 10_000);
    Corrections.propose(trade.seller(), Corrections.voiding("dispatch", load));

    Http.Answer told = trade.seller().get("/lots/" + lot + "/story").expect(200);

    assertThat(steps(told))
        .containsExactly(
            "dispatched -10000 load",
            "dispatched 10000 load",
            "reserved 60000 agreement",
            "published 90000 lot");
    assertThat(sources(told)).containsExactly("generated 10000 stream");
    assertThat(told.number("sums/dispatchedKg")).isZero();
  }

  /// 100 t left unrecorded in 2024, 100 t of 2025 make it good and turn out to be 120 t.
  @Test
  void a_correction_across_years_stays_in_the_year_that_gave() {
    Trade trade = Trade.begin();
    String path = "/streams/" + trade.streamId() + "/entries";
    trade.seller().post(path, Plant.entry("own-use", 100_000, "2024-12-15")).expect(201);
    String generation =
        trade
            .seller()
            .post(path, Plant.entry("generation", 100_000, "2025-01-31"))
            .expect(201)
            .text("subjectId");
    Corrections.approve(
        Http.as(trade.producer().admin()),
        Corrections.propose(
            trade.seller(),
            Corrections.correcting("stream-entry", generation, Plant.body("quantityKg", 120_000))));
    String lot = trade.publish(10_000).text("id");

    Http.Answer told = trade.seller().get("/lots/" + lot + "/story").expect(200);
    Http.Answer postings =
        trade
            .seller()
            .get("/metrics/postings?from=2025-01&to=2025-12&figure=generated")
            .expect(200);

    assertThat(sources(told)).containsExactly("generated 120000 stream");
    assertThat(told.number("sources/0/generationYear")).isEqualTo(2025);
    assertThat(told.json().at("/sources/0/postings")).hasSize(4);
    assertThat(postings.json().get("items"))
        .hasSize(4)
        .allSatisfy(item -> assertThat(item.get("generationYear").asInt()).isEqualTo(2025));
  }

  @Test
  void a_lot_whose_receipt_was_taken_back_has_no_share_of_what_is_used_after() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    String lot = trade.publish(40_000).text("id");
    String other = trade.publish(40_000).text("id");
    String first = trade.accept(trade.propose(lot, 40_000)).expect(201).text("id");
    String second = trade.accept(trade.propose(other, 40_000)).expect(201).text("id");
    Http.Answer load = trade.dispatch(first, 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    trade.receive(trade.dispatch(second, 30_000), trade.receipt(30_000, 0)).expect(200);
    Corrections.approve(
        trade.seller(),
        Corrections.propose(trade.buyer(), Corrections.voiding("receipt", load.text("id"))));

    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    trade.buyer().post("/use-reports", trade.useReport(month, 20_000)).expect(201);

    assertThat(usedKg(trade, lot)).isZero();
    assertThat(usedKg(trade, other)).isEqualTo(20_000);
  }

  private static long usedKg(Trade trade, String lot) {
    return trade.seller().get("/lots/" + lot + "/story").expect(200).number("sums/usedKg");
  }

  private static List<String> sources(Http.Answer story) {
    return told(story, "sources");
  }

  private static List<String> steps(Http.Answer story) {
    return told(story, "items");
  }

  private static List<String> told(Http.Answer story, String part) {
    List<String> steps = new ArrayList<>();
    story
        .json()
        .get(part)
        .forEach(line ->
            steps.add(
                "%s %d %s"
                    .formatted(
                        line.get("step").asText(),
                        line.get("kg").asLong(),
                        line.get("subject").asText())));
    return steps;
  }

  private static JsonNode line(Http.Answer story, String step) {
    for (JsonNode line : story.json().get("items")) {
      if (line.get("step").asText().equals(step)) {
        return line;
      }
    }
    throw new AssertionError("no " + step + " in " + story);
  }
}
