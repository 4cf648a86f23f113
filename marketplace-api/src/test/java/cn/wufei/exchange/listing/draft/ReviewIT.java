package cn.wufei.exchange.listing.draft;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a firm wants its lots looked at, no door leads past that; and what is looked at is what is
/// changed.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewIT {

  private static final int KG = 50_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Trade trade = Trade.begin();
  private final Http admin = Http.as(trade.producer().admin());

  @Test
  void who_only_trades_comes_to_the_market_by_no_door() {
    String published = "/lots/" + trade.publish(KG).text("id");
    String paused = "/lots/" + trade.publish(KG).text("id");
    trade.seller().ifMatch(1).post(paused + "/pause").expect(200);
    JsonNode imported = imported(10);
    assertThat(imported.at("/created").asInt()).isEqualTo(1);
    reviewed();
    Map<String, Long> before = Books.rowCounts();

    assertProblem(trade.seller().post("/lots", trade.lot(KG)), 403, "review-needed");
    assertProblem(trade.seller().ifMatch(1).put(published, edit()), 403, "review-needed");
    assertProblem(trade.seller().ifMatch(2).post(paused + "/resumption"), 403, "review-needed");
    assertThat(Books.rowCounts()).isEqualTo(before);
    for (JsonNode done : List.of(imported(20), imported("M-2", 10))) {
      assertThat(done.at("/refused").asInt()).isEqualTo(1);
      String lines = "/imports/" + done.at("/id").asText() + "/lines";
      assertThat(trade.seller().get(lines).expect(200).text("items/0/faults/0/code"))
          .isEqualTo("review-needed");
    }
    assertThat(trade.seller().get("/lots").json().at("/items")).hasSize(3);

    trade.seller().ifMatch(1).post(published + "/pause").expect(200);
    trade.seller().ifMatch(2).post(published + "/withdrawal").expect(200);
    assertThat(admin.ifMatch(2).post(paused + "/resumption").expect(200).text("status"))
        .isEqualTo("published");
  }

  @Test
  void a_change_of_a_lot_is_reviewed_like_a_lot() {
    Http.Answer lot = trade.publish(KG);
    reviewed();
    String draft = submitted(lot, changed(3));
    assertThat(trade.lotNow(lot.text("id")).json().at("/priceYuanPerT").asDouble())
        .isEqualTo(-12.5);

    Http.Answer changed = publish(draft, 1).expect(200);

    assertThat(changed.text("id")).isEqualTo(lot.text("id"));
    assertThat(changed.json().at("/priceYuanPerT").asDouble()).isEqualTo(3);
    assertThat(changed.number("availableKg")).isEqualTo(KG);
    assertThat(trade.seller().get("/lots/" + lot.text("id") + "/prices").json().at("/items"))
        .hasSize(2);
  }

  @Test
  void a_change_is_not_made_to_a_lot_that_nobody_saw_beside_it() {
    Http.Answer lot = trade.publish(KG);
    String draft = submitted(lot, changed(3));
    trade.seller().ifMatch(1).put("/lots/" + lot.text("id"), edit()).expect(200);
    Map<String, Long> before = Books.rowCounts();

    Http.Answer stale = publish(draft, 1);

    assertProblem(stale, 412, "version-stale");
    assertThat(fieldsOf(stale)).containsExactly("lotVersion");
    Http.Answer missing = admin.ifMatch(2).post(draft + "/publication", Map.of());
    assertProblem(missing, 422, "lot-version-missing");
    assertThat(fieldsOf(missing)).containsExactly("lotVersion");
    assertThat(fieldsOf(publish(draft, 0).expect(400))).containsExactly("lotVersion");
    Http.Answer other = admin.ifMatch(1).post(draft + "/publication", body("lotVersion", 2));
    assertProblem(other, 412, "version-stale");
    assertThat(fieldsOf(other)).as("the draft's own version").isEmpty();
    assertThat(Books.rowCounts()).isEqualTo(before);
    assertThat(trade.lotNow(lot.text("id")).json().at("/priceYuanPerT").asDouble()).isEqualTo(7);
    assertThat(publish(draft, 2).expect(200).json().at("/priceYuanPerT").asDouble()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"quantityKind, estimate", "quantityKg, 60000"})
  void what_a_lot_was_published_with_stays(String field, String other) {
    Http.Answer lot = trade.publish(KG);
    String draft = begun(lot);
    Map<String, Object> wanted = changed(3);
    wanted.put(field, field.equals("quantityKg") ? Long.valueOf(other) : other);

    Http.Answer refused = trade.seller().ifMatch(1).post(draft + "/submission", wanted);

    assertProblem(refused, 422, "fixed-once-published");
    assertThat(fieldsOf(refused)).containsExactly(field);
    assertThat(trade.seller().get(draft).expect(200).text("status")).isEqualTo("draft");
  }

  @Test
  void a_firm_that_produces_nothing_keeps_no_drafts() {
    Http buyer = trade.buyer();
    Map<String, Long> before = Books.rowCounts();

    assertProblem(buyer.post("/lot-drafts", body("content", Map.of())), 403, "not-a-producer");

    assertThat(Books.rowCounts()).isEqualTo(before);
    Http.as(Fixtures.producerReceiver().trader())
        .post("/lot-drafts", body("content", Map.of()))
        .expect(201);
  }

  private void reviewed() {
    admin.ifMatch(0).put("/policy", body("lotsReviewed", true)).expect(200);
  }

  private String begun(Http.Answer lot) {
    return "/lot-drafts/"
        + trade
            .seller()
            .post("/lot-drafts", body("lotId", lot.text("id"), "content", Map.of()))
            .expect(201)
            .text("id");
  }

  private String submitted(Http.Answer lot, Map<String, Object> wanted) {
    String draft = begun(lot);
    trade.seller().ifMatch(1).post(draft + "/submission", wanted).expect(200);
    return draft;
  }

  private Http.Answer publish(String draft, long lotVersion) {
    return admin.ifMatch(2).post(draft + "/publication", body("lotVersion", lotVersion));
  }

  private Map<String, Object> changed(int priceYuanPerT) {
    Map<String, Object> lot = trade.lot(KG);
    lot.put("priceYuanPerT", priceYuanPerT);
    return lot;
  }

  private Map<String, Object> edit() {
    Map<String, Object> edit = changed(7);
    List.of("streamId", "saleMethod", "quantityKind", "quantityKg").forEach(edit::remove);
    return edit;
  }

  private JsonNode imported(int priceYuanPerT) {
    return imported("M-1", priceYuanPerT);
  }

  /// What became of a file with one lot.
  private JsonNode imported(String number, int priceYuanPerT) {
    String table =
        "挂牌编号,固废流,标题,数量性质,数量（吨）,单价（元/吨）,含税,可供起,可供止\n"
            + "%s,1号高炉水渣,水渣,确定,50,%d,是,%s,%s\n"
                .formatted(number, priceYuanPerT, trade.today(), trade.today().plusDays(30));
    String id =
        trade
            .seller()
            .post(
                "/imports?name=lots.csv&kind=lots&dryRun=false",
                table.getBytes(StandardCharsets.UTF_8))
            .expect(201)
            .text("id");
    return await()
        .atMost(PATIENCE)
        .until(
            () -> trade.seller().get("/imports/" + id).expect(200).json(),
            done -> done.has("endedAt"));
  }
}
