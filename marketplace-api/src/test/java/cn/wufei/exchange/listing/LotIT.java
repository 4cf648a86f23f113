package cn.wufei.exchange.listing;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LotIT {

  @Test
  void what_is_read_side_by_side_is_what_is_read_in_turn() {
    Trade trade = Trade.begin();
    String agreed = trade.publish(40_000).text("id");
    trade.accept(trade.propose(agreed, 30_000)).expect(201);
    String plain = trade.publish(20_000).text("id");
    String paused = trade.publish(10_000).text("id");
    trade.seller().ifMatch(1).post("/lots/" + paused + "/pause").expect(200);
    Lots lots = TestExchange.get().bean(Lots.class);
    List<Id> ids = Stream.of(plain, paused, agreed, Id.next().toString()).map(Id::parse).toList();

    List<Lot> read = lots.readPublished(ids);

    assertThat(read).extracting(Lot::availableKg).containsExactly(20_000L, 10_000L);
    assertThat(read).isEqualTo(lots.findPublished(ids));
    assertThat(lots.readPublished(List.of())).isEmpty();
    for (Id id : ids) {
      assertThat(lots.read(id)).isEqualTo(lots.find(id));
    }
  }

  @Test
  void a_published_lot_is_open_to_all_who_have_signed_in() {
    Trade trade = Trade.begin();

    Http.Answer lot = trade.publish(50_000);

    String path = "/lots/" + lot.text("id");
    assertThat(lot.text("organisation/name")).isEqualTo(trade.producer().name());
    assertThat(lot.text("site/id")).isEqualTo(trade.producer().siteId().toString());
    assertThat(lot.text("materialKey")).isEqualTo(Trade.MATERIAL);
    assertThat(lot.text("saleMethod")).isEqualTo("negotiation");
    assertThat(lot.text("quantityKind")).isEqualTo("firm");
    assertThat(lot.text("qualities/0/parameter")).isEqualTo("moisture");
    assertThat(trade.buyer().get(path).expect(200).json()).isEqualTo(lot.json());
    assertThat(Http.anonymous().get(path).status()).isEqualTo(401);
    assertThat(trade.seller().get("/lots").expect(200).json().at("/items")).hasSize(1);
    assertThat(trade.buyer().get("/lots").expect(200).json().at("/items")).isEmpty();
    assertThat(Books.documentVersion(lot.text("id"))).isEqualTo(1);
  }

  @Test
  void its_owner_changes_its_words_and_never_its_quantity() {
    Trade trade = Trade.begin();
    Http.Answer lot = trade.publish(50_000);
    String path = "/lots/" + lot.text("id");
    Map<String, Object> edit = edit(trade);
    edit.put("priceYuanPerT", 5);
    edit.put("qualities", List.of());

    Http.Answer changed = trade.seller().ifMatch(1).put(path, edit).expect(200);

    assertThat(changed.number("version")).isEqualTo(2);
    assertThat(changed.json().at("/priceYuanPerT").decimalValue()).isEqualByComparingTo("5");
    assertThat(changed.json().at("/qualities")).isEmpty();
    assertThat(changed.number("quantityKg")).isEqualTo(50_000);
    assertThat(Books.documentVersion(lot.text("id"))).isEqualTo(2);
    assertProblem(trade.seller().ifMatch(1).put(path, edit), 412, "version-stale");
    assertProblem(trade.seller().put(path, edit), 428, "precondition-missing");
    edit.put("quantityKg", 90_000);
    assertProblem(trade.seller().ifMatch(2).put(path, edit), 400, "invalid-request");
  }

  @Test
  void a_withdrawn_lot_is_hidden_and_its_promise_released() {
    Trade trade = Trade.begin();
    Http.Answer lot = trade.publish(50_000);
    String path = "/lots/" + lot.text("id");

    Http.Answer withdrawn = trade.seller().ifMatch(1).post(path + "/withdrawal").expect(200);

    assertThat(withdrawn.text("status")).isEqualTo("withdrawn");
    assertThat(withdrawn.number("availableKg")).isZero();
    assertThat(Books.heldOf("released", lot.text("id"))).isEqualTo(50_000);
    assertProblem(trade.buyer().get(path), 404, "not-found");
    trade.seller().get(path).expect(200);
    Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get(path).expect(200);
    assertProblem(trade.seller().ifMatch(2).post(path + "/withdrawal"), 409, "lot-not-published");
    assertProblem(trade.seller().ifMatch(2).put(path, edit(trade)), 409, "lot-not-published");
    assertThat(trade.seller().get("/lots?status=withdrawn").json().at("/items")).hasSize(1);
    assertThat(trade.seller().get("/lots?status=published").json().at("/items")).isEmpty();
  }

  @Test
  void a_paused_lot_is_hidden_keeps_its_promise_and_comes_back() {
    Trade trade = Trade.begin();
    String id = trade.publish(50_000).text("id");
    String path = "/lots/" + id;

    Http.Answer paused = trade.seller().ifMatch(1).post(path + "/pause").expect(200);

    assertThat(paused.text("status")).isEqualTo("paused");
    assertThat(paused.number("availableKg")).isEqualTo(50_000);
    assertThat(Books.heldOf("released", id)).isZero();
    assertThat(Books.documentVersion(id)).isEqualTo(2);
    assertProblem(trade.buyer().get(path), 404, "not-found");
    assertThat(trade.seller().get("/lots?status=paused").json().at("/items")).hasSize(1);
    assertProblem(trade.seller().ifMatch(2).post(path + "/pause"), 409, "lot-not-published");
    assertProblem(trade.seller().ifMatch(1).post(path + "/resumption"), 412, "version-stale");

    Http.Answer back = trade.seller().ifMatch(2).post(path + "/resumption").expect(200);

    assertThat(back.text("status")).isEqualTo("published");
    trade.buyer().get(path).expect(200);
    assertThat(Books.documentVersion(id)).isEqualTo(3);
  }

  @Test
  void while_it_is_paused_no_offer_on_it_is_made_or_accepted_and_agreements_go_on() {
    Trade trade = Trade.begin();
    String id = trade.publish(50_000).text("id");
    Http.Answer agreement = trade.accept(trade.propose(id, 20_000)).expect(201);
    Http.Answer open = trade.propose(id, 10_000);
    trade.seller().ifMatch(trade.lotNow(id).number("version")).post("/lots/" + id + "/pause");

    assertThat(trade.accept(open).code()).isEqualTo("lot-not-published");
    assertThat(trade.buyer().post("/offers", trade.offer(id, 5_000)).status()).isEqualTo(404);
    assertThat(Books.heldOf("reserved", agreement.text("id"))).isEqualTo(20_000);

    trade
        .seller()
        .ifMatch(trade.lotNow(id).number("version"))
        .post("/lots/" + id + "/resumption")
        .expect(200);
    trade.accept(open).expect(201);
  }

  @Test
  void a_paused_lot_can_be_changed_and_withdrawn() {
    Trade trade = Trade.begin();
    String path = "/lots/" + trade.publish(50_000).text("id");
    trade.seller().ifMatch(1).post(path + "/pause").expect(200);

    Http.Answer changed = trade.seller().ifMatch(2).put(path, edit(trade)).expect(200);
    assertThat(changed.text("status")).isEqualTo("paused");
    Http.Answer withdrawn = trade.seller().ifMatch(3).post(path + "/withdrawal").expect(200);

    assertThat(withdrawn.text("status")).isEqualTo("withdrawn");
  }

  @Test
  void another_organisation_neither_changes_nor_withdraws_it() {
    Trade trade = Trade.begin();
    String path = "/lots/" + trade.publish(50_000).text("id");
    Http foreign = Http.as(Fixtures.producer().trader()).ifMatch(1);

    assertProblem(foreign.put(path, edit(trade)), 404, "not-found");
    assertProblem(foreign.post(path + "/withdrawal"), 404, "not-found");
    assertProblem(foreign.post(path + "/pause"), 404, "not-found");
    assertProblem(foreign.post(path + "/resumption"), 404, "not-found");
    assertProblem(foreign.post("/lots", trade.lot(10_000)), 404, "not-found");
  }

  @Test
  void hazardous_waste_is_refused_whatever_it_is_called() {
    Trade trade = Trade.begin();
    Map<String, Object> lot = trade.lot(50_000);
    lot.put("title", "电炉除尘灰");
    Map<String, Long> before = Books.rowCounts();

    Http.Answer refused = trade.seller().post("/lots", lot);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).startsWith("hazardous-");
    assertThat(refused.text("facts/ruleZh")).isNotEmpty();
    assertThat(Books.rowCounts()).isEqualTo(before);
    String path = "/lots/" + trade.publish(50_000).text("id");
    Map<String, Object> edit = edit(trade);
    edit.put("title", "电炉除尘灰");
    assertThat(trade.seller().ifMatch(1).put(path, edit).code()).startsWith("hazardous-");
  }

  /// Eight digits are general waste under GB/T 39198-2020; without that scheme the gate holds them.
  @ParameterizedTest
  @CsvSource({
    "900-999-99,  gbt-39198-2020",
    "310-001-S01, solid-waste-catalogue",
    "310-001-S01, national-hazardous-list"
  })
  void a_coded_stream_is_offered_changed_and_agreed_on(String code, String scheme) {
    Trade trade = Trade.begin();
    String coded =
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
                    "code",
                    code,
                    "codeScheme",
                    scheme,
                    "name",
                    "2号高炉水渣"))
            .expect(201)
            .text("id");
    Map<String, Object> draft = trade.lot(50_000);
    draft.put("streamId", coded);

    Http.Answer lot = trade.seller().post("/lots", draft).expect(201);

    assertThat(lot.text("code")).isEqualTo(code);
    assertThat(lot.text("codeScheme")).isEqualTo(scheme);
    trade.seller().ifMatch(1).put("/lots/" + lot.text("id"), edit(trade)).expect(200);
    trade.accept(trade.propose(lot.text("id"), 20_000)).expect(201);
  }

  @Test
  void only_a_verified_organisation_publishes() {
    Trade trade = Trade.begin();
    Map<String, Object> signUp = Fixtures.signUp("producer", "未核验厂");
    Http.anonymous().post("/organisations", signUp).expect(201);
    TestMember admin = Fixtures.signedIn(String.valueOf(Fixtures.adminOf(signUp).get("login")));

    assertProblem(
        Http.as(admin).post("/lots", trade.lot(50_000)), 403, "organisation-not-verified");
  }

  @Test
  void a_malformed_lot_is_told_which_fields_are_wrong() {
    Trade trade = Trade.begin();
    Map<String, Object> lot = trade.lot(999);
    lot.put("title", "");
    lot.put("priceYuanPerT", 100_001);
    lot.put(
        "qualities",
        List.of(Trade.body("parameter", "moisture", "min", 1, "max", 2, "basis", "moist")));

    Http.Answer refused = trade.seller().post("/lots", lot);

    assertProblem(refused, 400, "invalid-request");
    assertThat(fieldsOf(refused))
        .contains("quantityKg", "title", "priceYuanPerT", "qualities[0].basis");
    Http.Answer unknown =
        trade.seller().post("/lots", Trade.body("streamId", trade.streamId(), "colour", "grey"));
    assertProblem(unknown, 400, "invalid-request");
  }

  @Test
  void a_quality_that_cannot_be_is_refused_with_its_place() {
    Trade trade = Trade.begin();
    Map<String, Object> lot = trade.lot(50_000);
    lot.put(
        "qualities",
        List.of(Trade.body("parameter", "moisture", "min", 1, "max", 200, "basis", "wet")));

    Http.Answer refused = trade.seller().post("/lots", lot);

    assertProblem(refused, 422, "range-impossible");
    assertThat(fieldsOf(refused)).containsExactly("qualities[0].max");
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(LotRefusal refusal) {
    Trade trade = Trade.begin();
    Http.Answer lot = trade.publish(50_000);
    String path = "/lots/" + lot.text("id");
    if (refusal == LotRefusal.LOT_NOT_PUBLISHED) {
      trade.seller().ifMatch(1).post(path + "/withdrawal").expect(200);
    }
    if (refusal == LotRefusal.REVIEW_NEEDED) {
      Http.as(trade.producer().admin())
          .ifMatch(0)
          .put("/policy", Map.of("lotsReviewed", true))
          .expect(200);
    }
    if (refusal == LotRefusal.LOT_IN_TENDER) {
      trade.seller().post("/tenders", trade.tender(lot.text("id"), 20_000)).expect(201);
    }
    Map<String, Object> draft = trade.lot(50_000);
    Http buyer = trade.buyer();
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer =
        switch (refusal) {
          case NOT_A_PRODUCER -> buyer.post("/lots", draft);
          case REVIEW_NEEDED -> trade.seller().post("/lots", draft);
          case LOT_NOT_PUBLISHED -> trade.seller().ifMatch(2).put(path, edit(trade));
          case LOT_IN_TENDER -> trade.seller().ifMatch(1).put(path, edit(trade));
          case LOT_NOT_PAUSED -> trade.seller().ifMatch(1).post(path + "/resumption");
          case WINDOW_REVERSED ->
              publish(trade, draft, "availableFrom", trade.today().plusDays(61));
          case WINDOW_OVER -> publish(trade, draft, "availableTo", trade.today().minusDays(1));
          case WINDOW_TOO_LONG ->
              publish(trade, draft, "availableTo", trade.today().plusYears(3).plusDays(1));
          case PARAMETER_UNKNOWN -> publish(trade, draft, quality("glow", 1, 2));
          case PARAMETER_REPEATED ->
              publish(trade, draft, quality("moisture", 1, 2), quality("moisture", 1, 2));
          case RANGE_REVERSED -> publish(trade, draft, quality("moisture", 3, 2));
          case RANGE_IMPOSSIBLE -> publish(trade, draft, quality("moisture", -1, 2));
          case DESTINATION_UNKNOWN -> with(trade, draft, "destinations", List.of("999999"));
          case DESTINATION_REPEATED ->
              with(trade, draft, "destinations", List.of("370100", "370100"));
          case LOADING_HOURS_REVERSED ->
              with(trade, draft, "loadingHours", LotConditionsIT.hours("16:00", "16:00"));
          case MINIMUM_ABOVE_QUANTITY -> with(trade, draft, "minimumKg", 50_001);
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  @Test
  void a_price_holds_ex_works_unless_it_is_delivered() {
    Trade trade = Trade.begin();
    Map<String, Object> draft = trade.lot(50_000);
    Http.Answer exWorks = trade.seller().post("/lots", draft).expect(201);
    draft.put("delivery", Map.of("radiusKm", 120, "freightInvoice", "two-invoice"));
    Http.Answer delivered = trade.seller().post("/lots", draft).expect(201);
    String path = "/lots/" + delivered.text("id");

    assertThat(exWorks.json().has("delivery")).isFalse();
    assertThat(trade.buyer().get(path).json().at("/delivery").toString())
        .isEqualTo("{\"radiusKm\":120,\"freightInvoice\":\"two-invoice\"}");
    Http.Answer edited = trade.seller().ifMatch(1).put(path, edit(trade)).expect(200);
    assertThat(edited.json().has("delivery")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"radiusKm": 0, "freightInvoice": "one-invoice"};    delivery.radiusKm
          {"radiusKm": 3001, "freightInvoice": "one-invoice"}; delivery.radiusKm
          {"freightInvoice": "one-invoice"};                   delivery.radiusKm
          {"radiusKm": 50};                                    delivery.freightInvoice
          {"radiusKm": 50, "freightInvoice": "three"};         freightInvoice
          """)
  void a_delivered_price_says_how_far_and_with_whose_invoice(String delivery, String field)
      throws IOException {
    Trade trade = Trade.begin();
    Map<String, Object> draft = trade.lot(50_000);

    Http.Answer answer = with(trade, draft, "delivery", Http.JSON.readValue(delivery, Map.class));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().toString()).contains(field);
  }

  private static Http.Answer publish(
      Trade trade, Map<String, Object> draft, String field, LocalDate day) {
    return with(trade, draft, field, day.toString());
  }

  private static Http.Answer with(
      Trade trade, Map<String, Object> draft, String field, Object value) {
    draft.put(field, value);
    return trade.seller().post("/lots", draft);
  }

  private static Http.Answer publish(Trade trade, Map<String, Object> draft, Object... qualities) {
    return with(trade, draft, "qualities", List.of(qualities));
  }

  private static Map<String, Object> quality(String parameter, int min, int max) {
    return Trade.body("parameter", parameter, "min", min, "max", max, "basis", "wet");
  }

  private static Map<String, Object> edit(Trade trade) {
    Map<String, Object> edit = trade.lot(50_000);
    List.of("streamId", "saleMethod", "quantityKind", "quantityKg").forEach(edit::remove);
    return edit;
  }
}
