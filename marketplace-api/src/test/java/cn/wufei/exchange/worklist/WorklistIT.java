package cn.wufei.exchange.worklist;

import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.correction.Corrections;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What waits for whom, and that it waits no longer when it is done.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorklistIT {

  private static final int KG = 10_000;

  @Test
  void an_offer_waits_for_the_side_that_did_not_make_it_until_it_is_answered() {
    Trade trade = Trade.begin();
    trade.enter("generation", KG);
    Http.Answer lot = trade.publish(KG);

    Http.Answer offer = trade.propose(lot.text("id"), KG);

    JsonNode waiting = Work.only(trade.seller(), "offer");
    assertThat(waiting.at("/subjectId").asText()).isEqualTo(offer.text("id"));
    assertThat(waiting.at("/label").asText()).isEqualTo("粒化高炉矿渣");
    assertThat(waiting.at("/partner/id").asText()).isEqualTo(trade.receiver().id().toString());
    assertThat(waiting.at("/massKg").asLong()).isEqualTo(KG);
    assertThat(waiting.at("/due").asText()).isEqualTo(offer.text("validTo"));
    assertThat(Work.count(trade.buyer(), "offer")).isZero();

    Map<String, Object> counter = trade.terms(KG);
    counter.put("priceYuanPerT", -8);
    Http.Answer countered =
        trade
            .seller()
            .ifMatch(offer.number("version"))
            .post("/offers/" + offer.text("id") + "/counter", counter)
            .expect(201);
    assertThat(Work.count(trade.seller(), "offer")).isZero();
    assertThat(Work.only(trade.buyer(), "offer").at("/subjectId").asText())
        .isEqualTo(countered.text("id"));

    trade
        .buyer()
        .ifMatch(countered.number("version"))
        .post("/offers/" + countered.text("id") + "/acceptance")
        .expect(201);
    assertThat(Work.count(trade.buyer(), "offer")).isZero();
  }

  @Test
  void more_than_a_page_of_offers_is_counted_whole_and_read_once_each() {
    Trade trade = Trade.begin();
    trade.enter("generation", KG);
    String lot = trade.publish(KG).text("id");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 57; i++) {
      made.add(trade.propose(lot, 1_000 + i).text("id"));
    }

    assertThat(Work.count(trade.seller(), "offer")).isEqualTo(57);
    assertThat(Work.due(trade.seller())).isEqualTo(57);
    assertThat(Work.keys(trade.seller(), "offer", 10)).isEqualTo(made);
  }

  @Test
  void a_load_waits_at_the_gate_it_drives_to() {
    Trade trade = Trade.begin();
    trade.enter("generation", KG);
    Http.Answer load = trade.dispatch(trade.agree(KG).text("id"), KG);
    Http gate = Http.as(trade.receiver().gate());

    JsonNode waiting = Work.only(gate, "load");

    assertThat(waiting.at("/subjectId").asText()).isEqualTo(load.text("id"));
    assertThat(waiting.at("/note").asText()).isEqualTo("鲁C12345");
    assertThat(waiting.at("/massKg").asLong()).isEqualTo(KG);
    assertThat(Work.count(trade.seller(), "load")).isZero();
    assertThat(Work.count(Http.as(trade.receiver().reader()), "load")).isZero();
    trade.receive(load, trade.receipt(KG, 0)).expect(200);
    assertThat(Work.count(gate, "load")).isZero();
  }

  @Test
  void a_correction_waits_for_who_can_approve_it() {
    Accounts accounts = Accounts.at(50);
    Http.Answer load = accounts.deliver(KG);

    Http.Answer correction =
        Corrections.propose(accounts.buyer(), Corrections.voiding("receipt", load.text("id")));

    JsonNode waiting = Work.only(accounts.seller(), "correction");
    assertThat(waiting.at("/key").asText()).isEqualTo(correction.text("id"));
    assertThat(waiting.at("/subjectId").asText()).isEqualTo(load.text("id"));
    assertThat(waiting.at("/aspect").asText()).isEqualTo("receipt");
    assertThat(waiting.at("/voids").asBoolean()).isTrue();
    assertThat(Work.count(accounts.buyer(), "correction")).isZero();
    Corrections.approve(accounts.seller(), correction);
    assertThat(Work.count(accounts.seller(), "correction")).isZero();
    assertThat(Work.count(Http.as(accounts.buyerOrganisation().gate()), "load"))
        .as("the load is on its way again")
        .isEqualTo(1);
  }

  @Test
  void what_one_proposed_within_the_firm_waits_for_another_administrator() {
    Trade trade = Trade.begin();
    Http admin = Http.as(trade.producer().admin());
    trade.enter("generation", KG);
    String entry =
        admin
            .get("/streams/" + trade.streamId() + "/entries")
            .expect(200)
            .text("items/0/subjectId");

    Http.Answer proposed =
        Corrections.propose(trade.seller(), Corrections.voiding("stream-entry", entry));

    assertThat(Work.count(trade.seller(), "correction")).isZero();
    assertThat(Work.only(admin, "correction").at("/key").asText()).isEqualTo(proposed.text("id"));
    Corrections.answer(admin, proposed, "decline").expect(200);
    assertThat(Work.count(admin, "correction")).isZero();

    Http.Answer own = Corrections.propose(admin, Corrections.voiding("stream-entry", entry));
    assertThat(own.json().has("secondPerson")).isTrue();
    assertThat(Work.count(admin, "correction")).as("a trader has a part in it").isZero();
    Http second = Http.as(Fixtures.joining(trade.producer().admin(), Role.ORG_ADMIN));
    assertThat(Work.only(second, "correction").at("/key").asText()).isEqualTo(own.text("id"));
  }

  @Test
  void who_is_alone_in_a_firm_approves_what_it_proposed_until_somebody_joins() {
    TestOrganisation plant = Fixtures.producerReceiver();
    Http admin = Http.as(plant.admin());
    String stream =
        admin
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
                    "1号高炉水渣"))
            .expect(201)
            .text("id");
    String entry =
        admin
            .post(
                "/streams/" + stream + "/entries",
                body("kind", "generation", "quantityKg", KG, "occurredOn", "2026-01-31"))
            .expect(201)
            .text("subjectId");

    Http.Answer own = Corrections.propose(admin, Corrections.voiding("stream-entry", entry));

    assertThat(Work.only(admin, "correction").at("/key").asText()).isEqualTo(own.text("id"));
    plant.trader();
    assertThat(Work.count(admin, "correction")).isZero();
  }

  @Test
  void a_statement_waits_for_the_other_side_and_disputed_for_its_own() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(KG);
    Http.Answer statement = accounts.propose();

    JsonNode waiting = Work.only(accounts.buyer(), "statement");
    assertThat(waiting.at("/aspect").asText()).isEqualTo("agree");
    assertThat(waiting.at("/amountFen").asLong()).isEqualTo(50_000);
    assertThat(waiting.at("/month").asText()).isEqualTo(accounts.month());
    assertThat(Work.count(accounts.seller(), "statement")).isZero();

    accounts
        .buyer()
        .ifMatch(statement.number("version"))
        .post("/statements/" + statement.text("id") + "/dispute", body("reason", "重量不符"))
        .expect(200);
    assertThat(waiting.has("since")).isTrue();
    assertThat(Work.count(accounts.buyer(), "statement")).isZero();
    JsonNode disputed = Work.only(accounts.seller(), "statement");
    assertThat(disputed.at("/aspect").asText()).isEqualTo("disputed");
    assertThat(disputed.has("since")).as("when it was disputed is not kept").isFalse();
  }

  @Test
  void payments_and_deposits_wait_for_who_has_the_money_to_say_so() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(KG);
    accounts.stated();
    Http.Answer payment = accounts.buyer().post("/payments", accounts.payment(700)).expect(201);
    Http.Answer deposit = accounts.buyer().post("/deposits", accounts.deposit(900)).expect(201);

    assertThat(Work.only(accounts.seller(), "payment").at("/amountFen").asLong()).isEqualTo(700);
    assertThat(Work.only(accounts.seller(), "deposit").at("/aspect").asText()).isEqualTo("confirm");
    assertThat(Work.due(accounts.buyer()))
        .isEqualTo(Work.count(accounts.buyer(), "agreement-to-sign"))
        .isOne();

    accounts.confirm(payment).expect(200);
    Http.Answer held =
        accounts
            .seller()
            .ifMatch(deposit.number("version"))
            .post("/deposits/" + deposit.text("id") + "/confirmation")
            .expect(200);
    accounts
        .seller()
        .ifMatch(held.number("version"))
        .post(
            "/deposits/" + deposit.text("id") + "/release",
            body(
                "amountFen",
                400,
                "occurredOn",
                accounts.trade().today().toString(),
                "reason",
                "按协议",
                "bankReference",
                "T-" + Fixtures.nextNumber()))
        .expect(200);

    assertThat(Work.count(accounts.seller(), "payment")).isZero();
    assertThat(Work.count(accounts.seller(), "deposit")).isZero();
    JsonNode release = Work.only(accounts.buyer(), "deposit");
    assertThat(release.at("/aspect").asText()).isEqualTo("release");
    assertThat(release.at("/amountFen").asLong()).isEqualTo(400);
    assertThat(release.at("/subjectId").asText()).isEqualTo(deposit.text("id"));
  }

  @Test
  void a_month_waits_to_be_reported_where_something_lay_when_it_ended() {
    Trade trade = Trade.begin();
    YearMonth last = YearMonth.from(trade.today()).minusMonths(1);
    trade.enter("generation", 3 * KG);
    Http.Answer agreed = trade.agree(KG);
    arrive(trade, agreed, trade.dispatchedAt(), trade.receivedAt());
    assertThat(Work.count(trade.buyer(), "use-report")).as("it came after the month").isZero();

    Instant then = LocalCalendar.startOf(last.atDay(9));
    arrive(trade, trade.agree(KG), then, then.plus(2, ChronoUnit.HOURS));

    JsonNode waiting = Work.only(trade.buyer(), "use-report");
    assertThat(waiting.at("/month").asText()).isEqualTo(last.toString());
    assertThat(waiting.at("/siteId").asText()).isEqualTo(trade.receiver().siteId().toString());
    assertThat(waiting.at("/materialKey").asText()).isEqualTo(Trade.MATERIAL);
    assertThat(waiting.at("/massKg").asLong()).isEqualTo(KG);
    trade.buyer().post("/use-reports", trade.useReport(last.toString(), 4_000)).expect(201);
    assertThat(Work.count(trade.buyer(), "use-report")).isZero();
  }

  @Test
  void a_stream_waits_for_what_left_unrecorded_and_for_a_lot() {
    Trade trade = Trade.begin();
    trade.dispatch(trade.agree(KG).text("id"), KG);

    assertThat(Work.only(trade.seller(), "unreconciled").at("/massKg").asLong()).isEqualTo(KG);
    assertThat(Work.count(trade.seller(), "unlisted")).isZero();
    trade.enter("generation", 3 * KG);
    assertThat(Work.count(trade.seller(), "unreconciled")).isZero();
    JsonNode unlisted = Work.only(trade.seller(), "unlisted");
    assertThat(unlisted.at("/subjectId").asText()).isEqualTo(trade.streamId());
    assertThat(unlisted.at("/massKg").asLong()).isEqualTo(2 * KG);
    trade.publish(KG);
    assertThat(Work.count(trade.seller(), "unlisted")).isZero();
  }

  @Test
  void what_ends_soon_is_a_hint_and_not_among_what_is_due() {
    Trade trade = Trade.begin();
    trade.enter("generation", KG);
    Map<String, Object> lot = trade.lot(KG);
    lot.put("availableTo", trade.today().plusDays(7).toString());
    trade.seller().post("/lots", lot).expect(201);
    Map<String, Object> demand = trade.demand(KG);
    demand.put("neededTo", trade.today().plusDays(8).toString());
    trade.buyer().post("/demands", demand).expect(201);
    demand.put("neededTo", trade.today().plusDays(3).toString());
    Http.Answer ending = trade.buyer().post("/demands", demand).expect(201);
    Map<String, Object> report =
        body(
            "laboratory",
            "钢城质检站",
            "reportNumber",
            "R-1",
            "sampledOn",
            trade.today().minusDays(10).toString(),
            "reportedOn",
            trade.today().minusDays(2).toString(),
            "validTo",
            trade.today().plusDays(29).toString(),
            "shared",
            true,
            "values",
            List.of(body("parameter", "moisture", "min", 8, "max", 9, "basis", "wet")));
    trade.seller().post("/streams/" + trade.streamId() + "/quality-reports", report).expect(201);

    assertThat(Work.only(trade.seller(), "lot-ending").at("/massKg").asLong()).isEqualTo(KG);
    assertThat(Work.only(trade.buyer(), "demand-ending").at("/subjectId").asText())
        .isEqualTo(ending.text("id"));
    JsonNode running = Work.only(trade.seller(), "quality-report");
    assertThat(running.at("/subjectId").asText()).isEqualTo(trade.streamId());
    assertThat(running.at("/note").asText()).isEqualTo("钢城质检站 R-1");
    assertThat(Work.due(trade.seller())).isZero();
    assertThat(Work.due(trade.buyer())).isZero();
    assertThat(trade.seller().get("/work?hints=false").expect(200).json().at("/groups")).isEmpty();
  }

  @Test
  void strangers_and_readers_have_nothing_and_bad_input_is_named() {
    Trade trade = Trade.begin();
    trade.enter("generation", KG);
    trade.propose(trade.publish(KG).text("id"), KG);
    Http stranger = Http.as(Fixtures.producerReceiver().admin());

    assertThat(stranger.get("/work").expect(200).body()).contains("\"dueCount\":0");
    assertThat(stranger.get("/work/offer").expect(200).json().at("/items")).isEmpty();
    assertThat(Http.as(trade.producer().reader()).get("/work").expect(200).json().at("/groups"))
        .isEmpty();
    assertThat(stranger.get("/work/nonsense").status()).isEqualTo(404);
    assertThat(stranger.get("/work?items=101").code()).isEqualTo("invalid-request");
    assertThat(stranger.get("/work/offer?cursor=x").status()).isEqualTo(400);
  }

  private static void arrive(Trade trade, Http.Answer agreement, Instant left, Instant came) {
    Map<String, Object> load = trade.load(agreement.text("id"), KG);
    load.put("dispatchedAt", left.toString());
    Http.Answer dispatched = Http.as(trade.producer().gate()).post("/loads", load).expect(201);
    Map<String, Object> receipt = trade.receipt(KG, 0);
    receipt.put("receivedAt", came.toString());
    trade.receive(dispatched, receipt).expect(200);
  }
}
