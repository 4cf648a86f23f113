package cn.wufei.exchange.listing.draft;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.worklist.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A trader prepares a lot, an administrator looks at it, and only then is it on the market.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftIT {

  private static final int KG = 50_000;
  private static final String DRAFTS = "/lot-drafts";
  private static final Map<String, Object> AS_NEW = Map.of();

  private final Trade trade = Trade.begin();
  private final Http admin = Http.as(trade.producer().admin());

  @Test
  void what_was_typed_so_far_is_kept_and_promises_nothing() {
    Map<String, Object> typed = body("title", "半成品", "qualities", List.of());

    Http.Answer begun = trade.seller().post(DRAFTS, body("content", typed)).expect(201);

    Http.Answer read = trade.seller().get(pathOf(begun)).expect(200);
    assertThat(read.json().at("/content").toString())
        .isEqualTo("{\"title\":\"半成品\",\"qualities\":[]}");
    assertThat(read.text("status")).isEqualTo("draft");
    assertThat(read.text("author")).isEqualTo(trade.seller().get("/me").text("name"));
    Http.Answer changed =
        trade
            .seller()
            .ifMatch(1)
            .put(pathOf(begun), body("content", body("title", "水渣")))
            .expect(200);
    assertThat(changed.number("version")).isEqualTo(2);
    JsonNode listed = trade.seller().get(DRAFTS).expect(200).json().at("/items/0");
    assertThat(listed.at("/title").asText()).isEqualTo("水渣");
    assertThat(listed.has("content")).isFalse();
    assertThat(trade.seller().get("/lots").json().at("/items")).isEmpty();
    assertProblem(
        trade.seller().ifMatch(1).put(pathOf(begun), body("content", typed)), 412, "version-stale");
    trade.seller().ifMatch(2).delete(pathOf(begun)).expect(200);
    assertProblem(trade.seller().get(pathOf(begun)), 404, "not-found");
  }

  @Test
  void a_lot_is_published_as_it_was_submitted_when_an_administrator_says_so() {
    reviewed();
    assertProblem(trade.seller().post("/lots", trade.lot(KG)), 403, "review-needed");
    Http.Answer draft = begun();

    Http.Answer submitted = submit(draft, trade.lot(KG)).expect(200);

    assertThat(submitted.text("status")).isEqualTo("in-review");
    JsonNode waiting = Work.only(admin, "lot-review");
    assertThat(waiting.at("/subjectId").asText()).isEqualTo(draft.text("id"));
    assertThat(waiting.at("/label").asText()).isEqualTo("粒化高炉矿渣");
    assertThat(Work.count(trade.seller(), "lot-review")).isZero();
    assertThat(kinds(trade.seller())).contains("lot-submitted");
    assertThat(trade.seller().get("/lots").json().at("/items")).isEmpty();

    Http.Answer lot = admin.ifMatch(2).post(pathOf(draft) + "/publication", AS_NEW).expect(200);

    assertThat(lot.text("title")).isEqualTo("粒化高炉矿渣");
    assertThat(lot.number("availableKg")).isEqualTo(KG);
    assertThat(trade.buyer().get("/lots/" + lot.text("id")).expect(200).text("status"))
        .isEqualTo("published");
    assertProblem(trade.seller().get(pathOf(draft)), 404, "not-found");
    assertThat(Work.count(admin, "lot-review")).isZero();
    JsonNode told = notice(trade.seller(), "lot-draft-published");
    assertThat(told.at("/subjects").toString()).isEqualTo("{\"lot\":\"" + lot.text("id") + "\"}");
    assertThat(told.at("/facts/title").asText()).isEqualTo("粒化高炉矿渣");
    assertThat(told.at("/facts/member").asText()).isEqualTo(admin.get("/me").text("name"));
    assertThat(Books.sumOf("commitment-kg")).isZero();
  }

  @Test
  void what_is_given_back_says_why_and_may_be_submitted_again() {
    Http.Answer draft = begun();
    submit(draft, trade.lot(KG)).expect(200);

    Http.Answer back =
        admin.ifMatch(2).post(pathOf(draft) + "/return", body("reason", "价格偏低")).expect(200);

    assertThat(back.text("status")).isEqualTo("returned");
    assertThat(back.text("returnReason")).isEqualTo("价格偏低");
    assertThat(Work.only(trade.seller(), "lot-returned").at("/note").asText()).isEqualTo("价格偏低");
    assertThat(kinds(trade.seller())).contains("lot-returned");
    Http.Answer again = submit(back, trade.lot(2 * KG)).expect(200);
    assertThat(again.text("status")).isEqualTo("in-review");
    assertThat(again.json().has("returnReason")).isFalse();
    assertThat(again.number("content/quantityKg")).isEqualTo(2 * KG);
    assertThat(Work.count(trade.seller(), "lot-returned")).isZero();
  }

  @Test
  void what_the_market_refuses_stays_in_review() {
    Http.Answer draft = begun();
    Map<String, Object> over = trade.lot(KG);
    over.put("availableTo", trade.today().minusDays(1).toString());
    submit(draft, over).expect(200);
    Map<String, Long> before = Books.rowCounts();

    assertProblem(
        admin.ifMatch(2).post(pathOf(draft) + "/publication", AS_NEW), 422, "window-over");

    assertThat(Books.rowCounts()).isEqualTo(before);
    assertThat(trade.seller().get(pathOf(draft)).text("status")).isEqualTo("in-review");
    Http.Answer recalled = trade.seller().ifMatch(2).post(pathOf(draft) + "/recall").expect(200);
    assertThat(recalled.text("status")).isEqualTo("draft");
  }

  @Test
  void half_a_lot_is_kept_but_not_submitted_and_the_field_is_named() {
    Http.Answer draft = begun();
    Map<String, Object> half = trade.lot(KG);
    half.remove("priceYuanPerT");
    half.put("quantityKg", 1);

    Http.Answer refused = submit(draft, half);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(fieldsOf(refused)).containsExactlyInAnyOrder("priceYuanPerT", "quantityKg");
    assertThat(trade.seller().get(pathOf(draft)).text("status")).isEqualTo("draft");
    assertThat(fieldsOf(trade.seller().post(DRAFTS, body("content", 5))))
        .containsExactly("content");
  }

  @Test
  void of_two_administrators_who_publish_at_once_one_publishes() throws Exception {
    Http.Answer draft = begun();
    submit(draft, trade.lot(KG)).expect(200);
    Http other = Http.as(Fixtures.joining(trade.producer().admin(), Role.ORG_ADMIN));
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> both =
          List.of(
              () -> admin.ifMatch(2).post(pathOf(draft) + "/publication", AS_NEW).status(),
              () -> other.ifMatch(2).post(pathOf(draft) + "/publication", AS_NEW).status(),
              () -> trade.seller().ifMatch(2).post(pathOf(draft) + "/recall").status());
      for (Future<Integer> answer : threads.invokeAll(both)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
    assertThat(trade.seller().get("/lots").json().at("/items").size()).isLessThanOrEqualTo(1);
  }

  @Test
  void a_firms_drafts_and_policy_are_its_own() {
    Http.Answer draft = begun();
    submit(draft, trade.lot(KG)).expect(200);
    Http stranger = Http.as(Fixtures.producer().admin());

    assertProblem(stranger.get(pathOf(draft)), 404, "not-found");
    for (String what : List.of("/recall", "/publication")) {
      assertProblem(stranger.ifMatch(2).post(pathOf(draft) + what, AS_NEW), 404, "not-found");
    }
    assertThat(stranger.get(DRAFTS).expect(200).json().at("/items")).isEmpty();
    String lot = trade.publish(KG).text("id");
    assertProblem(stranger.post(DRAFTS, body("lotId", lot, "content", Map.of())), 404, "not-found");
    reviewed();
    assertThat(stranger.get("/policy").expect(200).json().at("/lotsReviewed").asBoolean())
        .isFalse();
    assertThat(stranger.get("/policy").number("version")).isZero();
  }

  @Test
  void of_two_who_change_the_policy_at_once_one_is_told_to_read_again() {
    assertThat(trade.seller().get("/policy").expect(200).number("version")).isZero();
    reviewed();

    assertProblem(
        admin.ifMatch(0).put("/policy", body("lotsReviewed", false)), 412, "version-stale");
    assertThat(admin.ifMatch(1).put("/policy", body("lotsReviewed", false)).expect(200).body())
        .isEqualTo("{\"version\":2,\"lotsReviewed\":false,\"administratorsAlone\":false}");
    trade.publish(KG);
    assertThat(fieldsOf(admin.ifMatch(2).put("/policy", Map.of()))).containsExactly("lotsReviewed");
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(DraftRefusal refusal) {
    Http.Answer draft = begun();
    switch (refusal) {
      case DRAFT_IN_REVIEW, DRAFT_OUTDATED -> submit(draft, trade.lot(KG)).expect(200);
      case DRAFTS_FULL -> multiply(draft);
      default -> {}
    }
    if (refusal == DraftRefusal.DRAFT_OUTDATED) {
      Books.write("update listing_draft set content = '{}' where id = ?", numberOf(draft));
    }
    String lot = trade.publish(KG).text("id");
    Http.Answer change =
        switch (refusal) {
          case FIXED_ONCE_PUBLISHED, LOT_VERSION_MISSING ->
              trade.seller().post(DRAFTS, body("lotId", lot, "content", Map.of())).expect(201);
          default -> draft;
        };
    if (refusal == DraftRefusal.LOT_VERSION_MISSING) {
      submit(change, trade.lot(KG)).expect(200);
    }
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer =
        switch (refusal) {
          case DRAFTS_FULL -> trade.seller().post(DRAFTS, body("content", Map.of()));
          case DRAFT_TOO_LARGE ->
              trade
                  .seller()
                  .ifMatch(1)
                  .put(pathOf(draft), body("content", body("description", "长".repeat(22_000))));
          case DRAFT_IN_REVIEW -> trade.seller().ifMatch(2).delete(pathOf(draft));
          case DRAFT_NOT_IN_REVIEW -> admin.ifMatch(1).post(pathOf(draft) + "/publication", AS_NEW);
          case FIXED_ONCE_PUBLISHED -> submit(change, trade.lot(KG + 1));
          case DRAFT_OUTDATED -> admin.ifMatch(2).post(pathOf(draft) + "/publication", AS_NEW);
          case LOT_VERSION_MISSING ->
              admin.ifMatch(2).post(pathOf(change) + "/publication", AS_NEW);
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  private void reviewed() {
    admin.ifMatch(0).put("/policy", body("lotsReviewed", true)).expect(200);
  }

  private Http.Answer begun() {
    return trade.seller().post(DRAFTS, body("content", body("title", "草稿"))).expect(201);
  }

  private Http.Answer submit(Http.Answer draft, Map<String, Object> lot) {
    return trade.seller().ifMatch(draft.number("version")).post(pathOf(draft) + "/submission", lot);
  }

  private static List<String> kinds(Http as) {
    return as.get("/notices").expect(200).json().at("/items").findValuesAsText("kind");
  }

  private static JsonNode notice(Http as, String kind) {
    for (JsonNode notice : as.get("/notices").expect(200).json().at("/items")) {
      if (notice.at("/kind").asText().equals(kind)) {
        return notice;
      }
    }
    throw new AssertionError("nobody was told " + kind);
  }

  private static String pathOf(Http.Answer draft) {
    return DRAFTS + "/" + draft.text("id");
  }

  /// Fills the firm's drafts up with copies of one.
  private static void multiply(Http.Answer draft) {
    Books.change(
        """
        insert into listing_draft
          (id, version, organisation_id, status, title, content, author_id, created_at, changed_at)
        with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 499)
        select d.id + n, d.version, d.organisation_id, d.status, d.title, d.content, d.author_id,
          d.created_at, d.changed_at
        from listing_draft d cross join numbers where d.id = ?
        """,
        numberOf(draft));
  }

  private static long numberOf(Http.Answer draft) {
    return Books.numberOf(draft.text("id"));
  }
}
