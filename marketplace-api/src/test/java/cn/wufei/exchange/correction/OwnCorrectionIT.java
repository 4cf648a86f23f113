package cn.wufei.exchange.correction;

import static cn.wufei.exchange.correction.Corrections.answer;
import static cn.wufei.exchange.correction.Corrections.approve;
import static cn.wufei.exchange.correction.Corrections.assertBooksHold;
import static cn.wufei.exchange.correction.Corrections.correcting;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.correction.Corrections.voiding;
import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Corrections that concern one organisation alone, and closed months.
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnCorrectionIT {

  @Test
  void an_entry_is_corrected_when_the_administrator_approves() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    Http admin = Http.as(trade.producer().admin());
    String entry = subjectOf(trade, "generation");
    Http.Answer proposed =
        propose(trade.seller(), correcting("stream-entry", entry, body("quantityKg", 80_000)));

    assertProblem(answer(trade.seller(), proposed, "approval"), 403, "administrator-decides");
    approve(admin, proposed);

    assertThat(Books.heldOfStream("on-hand", trade.streamId())).isEqualTo(80_000);
    assertThat(Books.heldOfStream("generated", trade.streamId())).isEqualTo(-80_000);
    JsonNode entries = entries(trade);
    assertThat(entries).hasSize(3);
    assertThat(entries.get(1).get("kind").asText()).isEqualTo("reversal");
    assertThat(entries.get(1).get("reverses")).isEqualTo(entries.get(2).get("transferId"));
    assertThat(entries.get(2).get("reversedBy")).isEqualTo(entries.get(1).get("transferId"));
    approve(admin, propose(trade.seller(), voiding("stream-entry", entry)));
    assertThat(Books.heldOfStream("on-hand", trade.streamId())).isZero();
    assertThat(Books.heldOfStream("generated", trade.streamId())).isZero();
    assertBooksHold();
  }

  @Test
  void generation_that_has_left_is_corrected_and_what_is_missing_is_shown() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    trade.dispatch(trade.agree(90_000).text("id"), 90_000);

    approve(
        Http.as(trade.producer().admin()),
        propose(
            trade.seller(),
            correcting(
                "stream-entry", subjectOf(trade, "generation"), body("quantityKg", 80_000))));

    Http.Answer stream = trade.seller().get("/streams/" + trade.streamId()).expect(200);
    assertThat(stream.number("balance/onHandKg")).isZero();
    assertThat(stream.number("balance/unreconciledKg")).isEqualTo(10_000);
    assertBooksHold();
  }

  @Test
  void own_use_beyond_the_stock_that_generation_cleared_comes_back_on_hand() {
    Trade trade = Trade.begin();
    trade.enter("own-use", 10_000);
    trade.enter("generation", 25_000);

    approve(
        Http.as(trade.producer().admin()),
        propose(trade.seller(), voiding("stream-entry", subjectOf(trade, "own-use"))));

    Http.Answer stream = trade.seller().get("/streams/" + trade.streamId()).expect(200);
    assertThat(stream.number("balance/onHandKg")).isEqualTo(25_000);
    assertThat(stream.number("balance/unreconciledKg")).isZero();
    assertThat(Books.heldOfStream("own-use", trade.streamId())).isZero();
    assertBooksHold();
  }

  @Test
  void a_processing_is_voided() {
    Trade trade = Trade.begin();
    trade.enter("generation", 50_000);
    Http.Answer product = trade.seller().post("/streams", tailings(trade)).expect(201);
    Http.Answer processing =
        trade
            .seller()
            .post(
                "/processings",
                body(
                    "occurredOn",
                    trade.today().toString(),
                    "inputs",
                    List.of(body("streamId", trade.streamId(), "quantityKg", 20_000)),
                    "outputs",
                    List.of(body("streamId", product.text("id"), "quantityKg", 18_000))))
            .expect(201);
    String id = processing.text("id");
    assertThat(Books.heldOfStream("on-hand", product.text("id"))).isEqualTo(18_000);
    assertProblem(
        trade.seller().post("/corrections", correcting("processing", id, Map.of())),
        422,
        "can-only-be-void");

    approve(Http.as(trade.producer().admin()), propose(trade.seller(), voiding("processing", id)));

    assertThat(Books.heldOfStream("on-hand", product.text("id"))).isZero();
    assertThat(Books.heldOfStream("on-hand", trade.streamId())).isEqualTo(50_000);
    assertThat(Books.heldOfStream("process-loss", trade.streamId())).isZero();
    assertProblem(
        trade.seller().post("/corrections", voiding("processing", id)), 409, "nothing-to-correct");
    assertBooksHold();
  }

  private static Map<String, Object> tailings(Trade trade) {
    return body(
        "siteId",
        trade.producer().siteId().toString(),
        "materialKey",
        Trade.MATERIAL,
        "classCode",
        "SW01",
        "name",
        "水渣尾料");
  }

  @Test
  void a_stock_take_is_corrected_and_voided() {
    Trade trade = Trade.begin();
    trade.enter("own-use", 10_000);
    Http.Answer count =
        trade
            .seller()
            .post(
                "/streams/" + trade.streamId() + "/stock-takes",
                body("countedKg", 0, "occurredOn", trade.today().toString(), "method", "survey"))
            .expect(201);
    assertThat(count.number("clearedKg")).isEqualTo(10_000);
    Http admin = Http.as(trade.producer().admin());
    trade.enter("generation", 4_000);

    approve(
        admin,
        propose(
            trade.seller(), correcting("stock-take", count.text("id"), body("countedKg", 1_000))));
    assertThat(Books.heldOfStream("found", trade.streamId())).isEqualTo(-7_000);
    approve(admin, propose(trade.seller(), voiding("stock-take", count.text("id"))));

    assertThat(Books.heldOfStream("found", trade.streamId())).isZero();
    Http.Answer stream = trade.seller().get("/streams/" + trade.streamId()).expect(200);
    assertThat(stream.number("balance/netKg")).isEqualTo(-6_000);
    assertThat(stream.json().at("/balance").has("declaredKg")).isFalse();
    assertBooksHold();
  }

  @Test
  void a_use_report_is_corrected_and_allocated_anew() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    Http.Answer report =
        trade.buyer().post("/use-reports", trade.useReport(month, 20_000)).expect(201);

    approve(
        Http.as(trade.receiver().admin()),
        propose(
            trade.buyer(),
            correcting(
                "use-report",
                report.text("id"),
                body("consumedKg", 31_000, "declaredClosingKg", 0))));

    Http.Answer corrected =
        trade
            .buyer()
            .get(
                "/heaps/%s/%s/months/%s"
                    .formatted(trade.receiver().siteId(), Trade.MATERIAL, month))
            .expect(200);
    assertThat(corrected.number("report/consumedKg")).isEqualTo(31_000);
    assertThat(corrected.number("report/beyondHeapKg")).isEqualTo(1_000);
    assertThat(corrected.number("report/declaredClosingKg")).isZero();
    assertThat(corrected.number("receivedKg")).isEqualTo(30_000);
    assertThat(corrected.number("consumedKg")).isEqualTo(31_000);
    assertThat(Books.heldOfStream("used", trade.streamId())).isEqualTo(30_000);
    assertBooksHold();
  }

  @Test
  void a_second_person_has_a_part_and_is_named_unless_there_is_none() {
    TestOrganisation plant = Fixtures.producerReceiver();
    Http admin = Http.as(plant.admin());
    String stream = stream(plant);
    String entry =
        admin
            .post(
                "/streams/" + stream + "/entries",
                body("kind", "generation", "quantityKg", 5_000, "occurredOn", "2026-01-31"))
            .expect(201)
            .text("subjectId");
    Map<String, Object> draft = voiding("stream-entry", entry);
    Http.Answer alone = propose(admin, draft);
    plant.reader();
    plant.gate();
    assertThat(read(admin, alone).json().at("/myTurn").asBoolean()).isTrue();
    assertThat(read(admin, alone).json().has("secondPerson")).isFalse();

    Http trader = Http.as(plant.trader());
    Http.Answer without = answer(admin, alone, "approval");
    assertProblem(without, 403, "other-proposer-needed");
    String name = trader.get("/me").expect(200).text("name");
    assertThat(without.text("facts/who")).isEqualTo(name);
    assertThat(read(admin, alone).json().at("/myTurn").asBoolean()).isFalse();
    assertThat(read(admin, alone).json().at("/secondPerson/proposes").asBoolean()).isTrue();
    assertThat(read(admin, alone).text("secondPerson/names/0")).isEqualTo(name);

    Http other = Http.as(Fixtures.joining(plant.admin(), Role.ORG_ADMIN));
    Http.Answer refused = answer(admin, alone, "approval");
    assertProblem(refused, 403, "second-person-needed");
    assertThat(refused.text("facts/who")).isEqualTo(other.get("/me").text("name"));
    assertThat(read(admin, alone).json().at("/secondPerson/proposes").asBoolean()).isFalse();
    answer(admin, alone, "withdrawal").expect(200);
    Http.Answer proposed = propose(trader, draft);
    assertThat(read(admin, proposed).json().has("secondPerson")).isFalse();
    approve(admin, proposed);
    assertThat(Books.heldOfStream("on-hand", stream)).isZero();
  }

  @Test
  void an_administrator_with_nobody_who_could_propose_approves_alone() {
    TestOrganisation plant = Fixtures.producerReceiver();
    Http admin = Http.as(plant.admin());
    plant.reader();
    plant.gate();
    String stream = stream(plant);
    String entry =
        admin
            .post(
                "/streams/" + stream + "/entries",
                body("kind", "generation", "quantityKg", 5_000, "occurredOn", "2026-01-31"))
            .expect(201)
            .text("subjectId");

    approve(admin, propose(admin, voiding("stream-entry", entry)));

    assertThat(Books.heldOfStream("on-hand", stream)).isZero();
  }

  private static Http.Answer read(Http as, Http.Answer correction) {
    return as.get("/corrections/" + correction.text("id")).expect(200);
  }

  private static String stream(TestOrganisation plant) {
    return Http.as(plant.admin())
        .post(
            "/streams",
            body(
                "siteId",
                plant.siteId().toString(),
                "materialKey",
                Trade.MATERIAL,
                "classCode",
                "SW01",
                "name",
                "水渣"))
        .expect(201)
        .text("id");
  }

  @Test
  void a_closed_month_takes_nothing_and_is_corrected_with_todays_date() {
    Trade trade = Trade.begin();
    LocalDate lastMonth = trade.today().minusMonths(1).withDayOfMonth(15);
    Http admin = Http.as(trade.producer().admin());
    String entry = enter(trade, 50_000, lastMonth).expect(201).text("subjectId");
    Http.Answer proposed =
        propose(trade.seller(), correcting("stream-entry", entry, body("quantityKg", 40_000)));
    String months = "/organisations/" + trade.producer().id() + "/months/";
    String month = lastMonth.toString().substring(0, 7);
    admin.post(months + month + "/closing").expect(200);

    Http.Answer refused = enter(trade, 1_000, lastMonth);
    assertProblem(refused, 409, "period-locked");
    assertThat(refused.text("facts/month")).isEqualTo(month);
    enter(trade, 1_000, trade.today()).expect(201);
    approve(admin, proposed);

    JsonNode entries = entries(trade);
    assertThat(entries.get(0).get("occurredOn").asText()).isEqualTo(trade.today().toString());
    assertThat(entries.get(1).get("occurredOn").asText()).isEqualTo(trade.today().toString());
    assertThat(entries.get(3).get("occurredOn").asText()).isEqualTo(lastMonth.toString());
    assertThat(entries.get(1).get("reverses")).isEqualTo(entries.get(3).get("transferId"));
    assertThat(Books.heldOfStream("on-hand", trade.streamId())).isEqualTo(41_000);
    assertBooksHold();
  }

  private static Http.Answer enter(Trade trade, long kg, LocalDate day) {
    return trade
        .seller()
        .post(
            "/streams/" + trade.streamId() + "/entries",
            body("kind", "generation", "quantityKg", kg, "occurredOn", day.toString()));
  }

  private static JsonNode entries(Trade trade) {
    return trade
        .seller()
        .get("/streams/" + trade.streamId() + "/entries")
        .expect(200)
        .json()
        .at("/items");
  }

  private static String subjectOf(Trade trade, String kind) {
    for (JsonNode entry : entries(trade)) {
      if (entry.get("kind").asText().equals(kind)) {
        return entry.get("subjectId").asText();
      }
    }
    throw new AssertionError("no entry of kind " + kind);
  }
}
