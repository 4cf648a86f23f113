package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.approval.Approving;
import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendedQuantityIT {

  private static final int LOT_KG = 100_000;
  private static final int AGREED_KG = 30_000;
  private static final int ROUNDS = 4;

  private final Trade trade = Trade.begin();
  private final String lot = trade.publish(LOT_KG).text("id");

  @Test
  void more_is_reserved_from_the_lot_and_less_goes_back_to_it() {
    Paperwork paperwork = signedOn(lot, AGREED_KG);
    long documentBefore = Books.documentVersion(lot);

    JsonNode proposed = propose(paperwork, "quantityKg", 50_000).expect(201).json();
    assertThat(proposed.at("/versions/0/changes/0/field").asText()).isEqualTo("quantityKg");
    assertThat(proposed.at("/versions/0/changes/0/before").asText()).isEqualTo("30000");
    assertThat(proposed.at("/versions/0/changes/0/after").asText()).isEqualTo("50000");
    paperwork.sign(paperwork.seller()).expect(200);
    assertThat(available()).as("nothing yet").isEqualTo(70_000);
    paperwork.sign(paperwork.buyer()).expect(200);

    assertThat(paperwork.agreement().number("quantityKg")).isEqualTo(50_000);
    assertThat(paperwork.agreement().number("reservedKg")).isEqualTo(50_000);
    assertThat(available()).isEqualTo(50_000);
    assertThat(Books.documentVersion(lot)).isGreaterThan(documentBefore);

    trade.dispatch(paperwork.agreementId(), 12_000);
    amend(paperwork, "quantityKg", 20_000);

    assertThat(paperwork.agreement().number("reservedKg")).isEqualTo(8_000);
    assertThat(paperwork.agreement().number("fulfilledKg")).isEqualTo(12_000);
    assertThat(available()).isEqualTo(80_000);
    assertThat(Books.heldOf("reserved", paperwork.agreementId())).isEqualTo(8_000);
    assertThat(Books.accountsThatDrifted()).isZero();
    assertThat(
            trade
                .buyer()
                .get("/offers/" + paperwork.agreement().text("offerId"))
                .number("quantityKg"))
        .as("the offer stays what it was")
        .isEqualTo(AGREED_KG);
  }

  @Test
  void it_is_not_below_what_was_loaded_nor_above_what_the_lot_has() {
    Paperwork paperwork = signedOn(lot, AGREED_KG);
    trade.dispatch(paperwork.agreementId(), 12_000);

    Http.Answer below = propose(paperwork, "quantityKg", 11_999);
    assertProblem(below, 409, "below-loaded");
    assertThat(fieldsOf(below)).containsExactly("quantityKg");
    assertThat(below.number("facts/loadedKg")).isEqualTo(12_000);
    Http.Answer above = propose(paperwork, "quantityKg", LOT_KG + 1_000);
    assertProblem(above, 409, "more-than-available");
    assertThat(fieldsOf(above)).containsExactly("quantityKg");
    assertThat(above.number("facts/quantityMaxKg")).isEqualTo(LOT_KG);
    assertThat(fieldsOf(propose(paperwork, "quantityKg", 999).expect(400)))
        .containsExactly("quantityKg");
    amend(paperwork, "quantityKg", 12_000);
    assertThat(paperwork.agreement().number("reservedKg")).isZero();
  }

  @Test
  void what_has_gone_to_another_meanwhile_is_not_signed_and_the_version_goes_on_waiting() {
    Paperwork paperwork = signedOn(lot, AGREED_KG);
    propose(paperwork, "quantityKg", 90_000).expect(201);
    paperwork.sign(paperwork.seller()).expect(200);
    Trade other = trade.withAnotherReceiver();
    other.accept(other.propose(lot, 20_000)).expect(201);
    Map<String, Long> before = Books.rowCounts();

    Http.Answer late = paperwork.sign(paperwork.buyer());

    assertProblem(late, 409, "more-than-available");
    assertThat(late.number("facts/quantityMaxKg")).isEqualTo(80_000);
    assertThat(Books.rowCounts()).isEqualTo(before);
    assertThat(paperwork.newest().at("/status").asText()).isEqualTo("signed-once");
    trade.buyer().post(paperwork.version(2) + "/refusal", body("reason", "已售")).expect(200);
    amend(paperwork, "quantityKg", 80_000);
    assertThat(available()).isZero();
  }

  @Test
  void what_holds_of_an_acceptance_holds_of_more_tonnes() {
    Paperwork paperwork = signedOn(lot, AGREED_KG);
    Http seller = trade.seller();
    seller.ifMatch(trade.lotNow(lot).number("version")).post("/lots/" + lot + "/pause").expect(200);

    Http.Answer paused = propose(paperwork, "quantityKg", 40_000);

    assertProblem(paused, 409, "lot-not-published");
    assertThat(fieldsOf(paused)).containsExactly("quantityKg");
    amend(paperwork, "quantityKg", 20_000);
    assertThat(paperwork.agreement().number("reservedKg")).as("less is free").isEqualTo(20_000);
  }

  @Test
  void a_demand_gets_no_more_than_it_still_seeks() {
    String demand = trade.postDemand(40_000).text("id");
    Map<String, Object> offer = trade.offer(lot, AGREED_KG);
    offer.put("demandId", demand);
    Paperwork paperwork =
        Paperwork.of(trade, trade.accept(trade.buyer().post("/offers", offer).expect(201)));
    sign(paperwork);

    Http.Answer more = propose(paperwork, "quantityKg", 41_000);

    assertProblem(more, 409, "more-than-demanded");
    assertThat(more.number("facts/quantityMaxKg")).isEqualTo(40_000);
    amend(paperwork, "quantityKg", 40_000);
    assertThat(trade.buyer().get("/demands/" + demand).number("openKg")).isZero();
    assertThat(trade.buyer().get("/demands/" + demand).text("status")).isEqualTo("closed");
    amend(paperwork, "quantityKg", 35_000);
    assertThat(trade.buyer().get("/demands/" + demand).number("openKg")).isEqualTo(5_000);
  }

  @Test
  void months_follow_in_proportion_or_are_stated_and_sum_to_the_quantity() {
    YearMonth first = YearMonth.from(trade.today()).plusMonths(1);
    Map<String, Object> terms = trade.lot(90_000);
    String last = first.plusMonths(1).atEndOfMonth().toString();
    terms.put("availableTo", last);
    terms.put("months", months(first, 30_000, 60_000));
    String recurring = trade.seller().post("/lots", terms).expect(201).text("id");
    Map<String, Object> offer = trade.offer(recurring, 45_000);
    offer.put("deliverTo", last);
    Paperwork paperwork =
        Paperwork.of(trade, trade.accept(trade.buyer().post("/offers", offer).expect(201)));
    sign(paperwork);

    amend(paperwork, "quantityKg", 60_000);
    JsonNode content = paperwork.newest().at("/content");
    assertThat(content.at("/months").findValues("quantityKg"))
        .extracting(JsonNode::asLong)
        .containsExactly(20_000L, 40_000L);
    assertThat(content.at("/format").asText()).isEqualTo("wufei-agreement/1");

    Http.Answer differs = propose(paperwork, "months", months(first, 20_000, 50_000));
    assertProblem(differs, 422, "months-sum-differs");
    assertThat(fieldsOf(differs)).containsExactly("months");
    amend(paperwork, "months", months(first, 35_000, 25_000));
    content = paperwork.newest().at("/content");
    assertThat(content.at("/monthsBasis").asText()).isEqualTo("amended");
    assertThat(content.at("/format").asText()).isEqualTo("wufei-agreement/2");
    assertThat(content.at("/quantityKg").asLong()).isEqualTo(60_000);
  }

  @Test
  void who_may_not_bind_the_firm_to_that_sum_does_not_sign_it() {
    Paperwork paperwork = signedOn(lot, AGREED_KG);
    Approving.above(trade.receiver(), 40_000);
    propose(paperwork, "quantityKg", 40_001).expect(201);
    paperwork.sign(paperwork.seller()).expect(200);

    Http.Answer refused = paperwork.sign(paperwork.buyer());

    assertProblem(refused, 403, "approval-needed");
    assertThat(refused.number("facts/sumFen")).isEqualTo(40_001);
    trade.seller().post(paperwork.version(2) + "/withdrawal").expect(200);
    amend(paperwork, "quantityKg", 40_000);
    Approving.above(trade.receiver(), 1);
    amend(paperwork, "quantityKg", 35_000);
    assertThat(paperwork.agreement().number("quantityKg"))
        .as("less binds to less")
        .isEqualTo(35_000);
  }

  @Test
  void with_an_acceptance_at_the_same_moment_exactly_what_fits_is_promised() throws Exception {
    Trade other = trade.withAnotherReceiver();
    for (int round = 0; round < ROUNDS; round++) {
      String small = trade.publish(60_000).text("id");
      Paperwork paperwork = signedOn(small, AGREED_KG);
      propose(paperwork, "quantityKg", 50_000).expect(201);
      paperwork.sign(paperwork.seller()).expect(200);
      Http.Answer offer = other.propose(small, AGREED_KG);

      List<Http.Answer> answers =
          SignatureIT.together(() -> paperwork.sign(paperwork.buyer()), () -> other.accept(offer));

      assertThat(answers)
          .extracting(answer -> answer.status() < 300)
          .containsExactlyInAnyOrder(true, false);
      assertThat(answers).extracting(Http.Answer::code).contains("more-than-available");
      boolean isAmended = answers.getFirst().status() == 200;
      assertThat(trade.lotNow(small).number("availableKg")).isEqualTo(isAmended ? 10_000 : 0);
      assertThat(paperwork.agreement().number("reservedKg"))
          .isEqualTo(isAmended ? 50_000 : AGREED_KG);
    }
    assertThat(Books.limitedAccountsBelowZero()).isZero();
  }

  private Paperwork signedOn(String lotId, int kg) {
    Paperwork paperwork = Paperwork.of(trade, trade.accept(trade.propose(lotId, kg)).expect(201));
    sign(paperwork);
    return paperwork;
  }

  private Http.Answer propose(Paperwork paperwork, String field, Object value) {
    JsonNode document = paperwork.read();
    int inForce = document.at("/inForce").asInt();
    JsonNode based =
        document.at("/versions/" + (document.at("/versions/0/number").asInt() - inForce));
    return trade
        .seller()
        .post(
            paperwork.path() + "/amendments",
            body("basedOn", based.at("/sha256").asText(), "note", "追加", field, value));
  }

  private void amend(Paperwork paperwork, String field, Object value) {
    propose(paperwork, field, value).expect(201);
    sign(paperwork);
  }

  private static void sign(Paperwork paperwork) {
    paperwork.sign(paperwork.seller()).expect(200);
    paperwork.sign(paperwork.buyer()).expect(200);
  }

  private static List<Map<String, Object>> months(YearMonth first, int kg, int nextKg) {
    return List.of(
        body("month", first.toString(), "quantityKg", kg),
        body("month", first.plusMonths(1).toString(), "quantityKg", nextKg));
  }

  private long available() {
    return trade.lotNow(lot).number("availableKg");
  }
}
