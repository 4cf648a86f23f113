package cn.wufei.exchange.sample;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.sample.Sampling.act;
import static cn.wufei.exchange.sample.Sampling.now;
import static cn.wufei.exchange.sample.Sampling.sendBy;
import static cn.wufei.exchange.sample.Sampling.verdict;
import static cn.wufei.exchange.sample.Sampling.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused, with the field that it is about, and leaves nothing written.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleRefusalIT {

  private final Sampling sampling = new Sampling(Trade.begin());
  private final Trade trade = sampling.trade();
  private final LocalDate today = trade.today();
  private final String lot = trade.publish(50_000).text("id");

  @ParameterizedTest
  @CsvSource({
    "quantityG, 99",
    "quantityG, 200001",
    "quantityG,",
    "courierPayer,",
    "lotId,",
    "siteId,",
  })
  void a_request_that_is_not_well_formed_names_its_field(String field, Integer value) {
    assertRefused(field, value, 400, "invalid-request");
  }

  @Test
  void a_request_for_what_cannot_be_names_its_field() {
    assertRefused("lotId", Id.of(1).toString(), 404, "not-found");
    assertRefused("siteId", trade.producer().siteId().toString(), 404, "not-found");
    Http.Answer early = assertRefused("wantedBy", today.minusDays(1), 422, "day-outside");
    assertThat(early.text("facts/earliest")).isEqualTo(today.toString());
    assertRefused("wantedBy", today.plusDays(91), 422, "day-outside");
    asked(Map.of("quantityG", 100, "wantedBy", today.plusDays(90).toString())).expect(201);
  }

  @Test
  void nobody_asks_for_a_sample_of_what_is_not_offered() {
    Map<String, Object> brief = trade.lot(50_000);
    brief.put("availableTo", today.toString());
    String ending = trade.seller().post("/lots", brief).expect(201).text("id");
    Books.write(
        "update listing_lot set available_to = ? where id = ?",
        today.minusDays(1).toString(),
        Books.numberOf(ending));
    Http.Answer over = trade.buyer().post("/samples", sampling.draft(ending));
    assertProblem(over, 409, "lot-window-over");
    assertThat(fieldsOf(over)).containsExactly("lotId");

    Http.Answer own = trade.seller().post("/samples", sampling.draft(lot));
    assertProblem(own, 422, "own-lot");
    assertThat(fieldsOf(own)).containsExactly("lotId");

    TestOrganisation plant = Fixtures.producer();
    Map<String, Object> elsewhere = sampling.draft(lot);
    elsewhere.put("siteId", plant.siteId().toString());
    assertProblem(Http.as(plant.trader()).post("/samples", elsewhere), 403, "not-a-receiver");

    trade.seller().ifMatch(1).post("/lots/" + lot + "/pause").expect(200);
    assertProblem(trade.buyer().post("/samples", sampling.draft(lot)), 404, "not-found");
  }

  @Test
  void what_is_kept_away_answers_like_what_is_not_there() {
    Map<String, Object> approvedOnly = trade.lot(50_000);
    approvedOnly.put("visibility", "approved-buyers");
    String hidden = trade.seller().post("/lots", approvedOnly).expect(201).text("id");
    Http.Answer missing = assertRefused("lotId", Id.of(1).toString(), 404, "not-found");
    assertThat(assertRefused("lotId", hidden, 404, "not-found").json().at("/detail"))
        .isEqualTo(missing.json().at("/detail"));

    decide(body("standing", "approved", "approvalNumber", "1", "validTo", today.toString()));
    asked(Map.of("lotId", hidden)).expect(201);

    Http.Answer before = asked(Map.of()).expect(201);
    decide(body("standing", "blocked", "reason", "拖欠货款"));

    assertRefused("lotId", lot, 404, "not-found");
    assertProblem(sampling.accept(before), 409, "lot-not-offered");
    assertThat(now(trade.buyer(), before).text("status")).isEqualTo("requested");
    assertThat(sampling.decline(before).expect(200).text("status")).isEqualTo("declined");
  }

  @Test
  void only_a_verified_firm_asks_of_a_verified_one() {
    suspend(trade.producer());
    assertProblem(asked(Map.of()), 409, "counterparty-not-verified");
  }

  @Test
  void a_buyer_has_twenty_open_requests_at_most() {
    for (int i = 0; i < SampleLimits.OPEN_MAX; i++) {
      sampling.asked(trade.publish(10_000).text("id"));
    }

    Http.Answer one = asked(Map.of());
    assertProblem(one, 409, "samples-too-many");
    assertThat(one.number("facts/samplesMax")).isEqualTo(20);
    Http other = trade.withAnotherReceiver().buyer();
    assertThat(other.get("/samples").json().at("/items")).isEmpty();
  }

  @Test
  void each_step_is_for_who_is_to_take_it_in_the_version_that_he_read() {
    Http.Answer asked = sampling.asked(lot);
    assertProblem(act(trade.buyer(), asked, "acceptance", sendBy(today)), 403, "other-partys-step");
    assertProblem(withdraw(trade.seller(), asked), 403, "other-partys-step");
    assertProblem(
        act(trade.seller(), asked, "dispatch", sampling.dispatch()), 409, "sample-not-so-far");
    Http stranger = Http.as(Fixtures.producer().trader());
    assertProblem(act(stranger, asked, "acceptance", sendBy(today)), 404, "not-found");

    Http.Answer accepted = sampling.accept(asked).expect(200);
    assertProblem(withdraw(trade.buyer(), asked), 412, "version-stale");
    withdraw(trade.buyer(), accepted).expect(200);
    assertProblem(sampling.send(accepted), 409, "sample-over");
  }

  @Test
  void days_that_cannot_be_name_their_field() {
    Http.Answer asked = sampling.asked(lot);
    assertOutside(act(trade.seller(), asked, "acceptance", sendBy(today.minusDays(1))), "sendBy");
    assertOutside(act(trade.seller(), asked, "acceptance", sendBy(today.plusDays(31))), "sendBy");

    Http.Answer accepted = sampling.accept(asked).expect(200);
    for (String field : new String[] {"sentOn", "sampledOn"}) {
      Map<String, Object> ahead = sampling.dispatch();
      ahead.put(field, today.plusDays(1).toString());
      assertOutside(act(trade.seller(), accepted, "dispatch", ahead), field);
    }
    Map<String, Object> early = sampling.dispatch();
    early.put("sentOn", today.minusDays(1).toString());
    assertOutside(act(trade.seller(), accepted, "dispatch", early), "sentOn");
    Map<String, Object> unsaid = sampling.dispatch();
    unsaid.remove("mark");
    Http.Answer missing = act(trade.seller(), accepted, "dispatch", unsaid);
    assertProblem(missing, 400, "invalid-request");
    assertThat(fieldsOf(missing)).containsExactly("mark");

    Http.Answer sent = sampling.send(accepted).expect(200);
    Map<String, Object> receipt = sampling.receipt();
    receipt.put("receivedOn", today.minusDays(1).toString());
    assertOutside(act(trade.buyer(), sent, "receipt", receipt), "receivedOn");
    assertProblem(
        act(trade.buyer(), sent, "conclusion", verdict("suitable")), 409, "sample-not-so-far");
    assertThat(now(trade.buyer(), sent).number("version")).as("nothing was written").isEqualTo(3);
  }

  private static void assertOutside(Http.Answer answer, String field) {
    assertProblem(answer, 422, "day-outside");
    assertThat(fieldsOf(answer)).containsExactly(field);
  }

  private Http.Answer assertRefused(String field, Object value, int status, String code) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put(field, value instanceof LocalDate day ? day.toString() : value);
    Http.Answer answer = asked(change);
    assertProblem(answer, status, code);
    assertThat(fieldsOf(answer)).containsExactly(field);
    return answer;
  }

  private Http.Answer asked(Map<String, Object> change) {
    Map<String, Object> draft = sampling.draft(lot);
    draft.putAll(change);
    return trade.buyer().post("/samples", draft);
  }

  private void decide(Map<String, Object> decision) {
    Http.as(trade.producer().admin())
        .post("/partners/" + trade.receiver().id() + "/decisions", decision)
        .expect(201);
  }

  private static void suspend(TestOrganisation organisation) {
    Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
        .ifMatch(2)
        .post(
            "/organisations/" + organisation.id() + "/verification", body("decision", "suspended"))
        .expect(200);
  }
}
