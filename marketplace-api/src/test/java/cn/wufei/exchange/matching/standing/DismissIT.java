package cn.wufei.exchange.matching.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DismissIT {

  private static final Map<String, Object> CHEAPER = Map.of("priceYuanPerT", 9);
  private static Pairs pairs;
  private static String lot;
  private static String demand;

  @BeforeAll
  static void match() {
    pairs = new Pairs();
    lot = pairs.lot();
    demand = pairs.demand();
    Pairs.awaitSeen(pairs.buyer, lot, demand);
  }

  /// What the seller or the buyer changes, first something that the reason is not about and then
  /// something that it is.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          price,    dearer,  cheaper
          quality,  cheaper, qualities
          quantity, cheaper, tonnes
          timing,   cheaper, window
          distance, cheaper, ''
          other,    cheaper, ''
          """)
  void a_dismissed_match_is_hidden_from_that_side_until_its_reason_no_longer_holds(
      String reason, String besides, String about) {
    reset();
    String id = dismiss(pairs.buyer, reason);

    assertHidden(reason);
    change(besides);
    assertHidden(reason);
    if (about.isEmpty()) {
      Http.as(pairs.buyer.trader()).delete("/dismissals/" + id).expect(200);
    } else {
      change(about);
    }
    assertShown();
    reset();
  }

  @Test
  void what_a_seller_dismisses_is_hidden_among_the_demands_of_that_lot_alone() {
    Pairs own = new Pairs();
    String first = own.lot();
    String second = own.lot();
    String wanted = own.demand();
    Pairs.awaitSeen(own.seller, first, wanted);
    Pairs.awaitSeen(own.seller, second, wanted);
    Http seller = Http.as(own.seller.trader());

    seller
        .post("/dismissals", Map.of("lotId", first, "demandId", wanted, "reason", "other"))
        .expect(422);
    seller
        .post("/dismissals", Map.of("lotId", first, "demandId", wanted, "reason", "price"))
        .expect(201);

    assertThat(seller.get("/lots/" + first + "/matches").expect(200).body()).doesNotContain(wanted);
    assertThat(seller.get("/lots/" + second + "/matches").expect(200).body()).contains(wanted);
  }

  @Test
  void a_partner_is_hidden_with_all_its_matches_and_shown_again_with_all_of_them() {
    Pairs own = new Pairs();
    String first = own.lot();
    String second = own.lot();
    String wanted = own.demand();
    Pairs.awaitSeen(own.buyer, first, wanted);
    Pairs.awaitSeen(own.buyer, second, wanted);
    Http buyer = Http.as(own.buyer.trader());

    String id =
        buyer
            .post("/dismissals", Map.of("lotId", first, "demandId", wanted, "reason", "partner"))
            .expect(201)
            .text("id");

    assertThat(Pairs.seen(own.buyer, first, wanted)).isEmpty();
    assertThat(Pairs.seen(own.buyer, second, wanted)).isEmpty();
    assertThat(Pairs.seen(own.seller, second, wanted)).as("the other side sees it").isPresent();
    JsonNode counts = buyer.get("/dismissals/counts?demandId=" + wanted).expect(200).json();
    assertThat(counts.at("/byReason/0/reason").asText()).isEqualTo("partner");
    assertThat(counts.at("/total").asInt()).isEqualTo(2);
    assertThat(buyer.get("/dismissals?reason=partner").json().at("/items/0/partner/id").asText())
        .isEqualTo(own.seller.id().toString());
    int told = Pairs.notices(own.buyer, wanted).size();
    String third = own.lot();
    Pairs.awaitNotices(own.seller, third, 1);
    assertThat(Pairs.notices(own.buyer, wanted)).as("nor told of a new one").hasSize(told);

    assertThat(buyer.delete("/dismissals/" + id).expect(200).number("count")).isEqualTo(1);

    assertThat(Pairs.seen(own.buyer, first, wanted)).isPresent();
    assertThat(Pairs.seen(own.buyer, second, wanted)).isPresent();
  }

  @Test
  void a_dismissal_is_known_to_its_side_and_to_the_audit_alone() {
    Pairs own = new Pairs();
    String offered = own.lot();
    String wanted = own.demand();
    Pairs.awaitSeen(own.seller, offered, wanted);
    Http seller = Http.as(own.seller.trader());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("lotId", offered);
    body.put("demandId", wanted);
    body.put("reason", "other");
    body.put("note", "已另有安排");

    String id = seller.post("/dismissals", body).expect(201).text("id");

    Http buyer = Http.as(own.buyer.trader());
    assertThat(buyer.get("/dismissals").json().at("/items")).isEmpty();
    assertThat(buyer.get("/dismissals/counts?lotId=" + offered).number("total")).isZero();
    assertThat(buyer.delete("/dismissals/" + id).status()).isEqualTo(404);
    assertThat(Pairs.seen(own.buyer, offered, wanted)).isPresent();
    JsonNode mine = seller.get("/dismissals?lotId=" + offered).json().at("/items/0");
    assertThat(mine.at("/note").asText()).isEqualTo("已另有安排");
    assertThat(mine.at("/hides").asBoolean()).isTrue();
    assertThat(mine.at("/match/lot/id").asText()).isEqualTo(offered);
    JsonNode record =
        Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
            .get("/audit/records?subjectId=" + id)
            .expect(200)
            .json()
            .at("/items/0");
    assertThat(record.at("/action").asText()).isEqualTo("match-dismissed");
    assertThat(record.at("/facts").asText()).contains("other").doesNotContain("已另有安排");
  }

  @Test
  void a_later_reason_takes_the_place_of_an_earlier_one() {
    reset();
    dismiss(pairs.buyer, "distance");
    dismiss(pairs.buyer, "price");

    assertThat(Http.as(pairs.buyer.trader()).get("/dismissals").json().at("/items")).hasSize(1);
    change("cheaper");
    assertShown();
    reset();
  }

  @Test
  void every_refusal_has_a_request_that_meets_it() {
    TestOrganisation stranger = Fixtures.receiver();
    Map<String, Object> body = Map.of("lotId", lot, "demandId", demand, "reason", "other");

    Http.Answer foreign = Http.as(stranger.trader()).post("/dismissals", body);
    Http.Answer wordless = Http.as(pairs.buyer.trader()).post("/dismissals", body);
    Http.Answer unknown =
        Http.as(pairs.buyer.trader())
            .post("/dismissals", Map.of("lotId", lot, "demandId", demand, "reason", "whim"));

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(wordless.status()).isEqualTo(422);
    assertThat(wordless.code()).isEqualTo("note-missing");
    assertThat(wordless.json().at("/fields/0/path").asText()).isEqualTo("note");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(DismissalRefusal.values()).containsExactly(DismissalRefusal.NOTE_MISSING);
  }

  private static String dismiss(TestOrganisation by, String reason) {
    return Http.as(by.trader())
        .post(
            "/dismissals", Map.of("lotId", lot, "demandId", demand, "reason", reason, "note", "说明"))
        .expect(201)
        .text("id");
  }

  private static void change(String what) {
    Map<String, Object> terms = pairs.lotTerms();
    switch (what) {
      case "dearer" -> terms.put("priceYuanPerT", 11);
      case "cheaper" -> terms.putAll(CHEAPER);
      case "qualities" ->
          terms.put(
              "qualities",
              List.of(Map.of("parameter", "f-cao", "min", 1, "max", 2, "basis", "dry")));
      case "window" -> terms.put("availableTo", pairs.lastDay().minusDays(1).toString());
      case "tonnes" -> {
        Map<String, Object> more = pairs.demandTerms();
        more.put("quantityKg", 660_000);
        pairs.editDemand(demand, more);
        return;
      }
      default -> throw new IllegalArgumentException(what);
    }
    pairs.editLot(lot, terms);
  }

  /// Both lists leave it out, for that side alone.
  private static void assertHidden(String reason) {
    assertThat(Pairs.seen(pairs.buyer, lot, demand)).isEmpty();
    JsonNode verdict = verdict(pairs.buyer, "/demands/" + demand + "/matches/" + lot);
    assertThat(verdict.at("/hiddenBy").asText()).isEqualTo(reason);
    assertThat(verdict.has("place")).isFalse();
    assertThat(verdict(pairs.seller, "/lots/" + lot + "/matches/" + demand).has("hiddenBy"))
        .as("the other side is not told")
        .isFalse();
    assertThat(matchesOfDemand()).doesNotContain(lot);
    assertThat(Pairs.seen(pairs.seller, lot, demand)).isPresent();
  }

  private static void assertShown() {
    assertThat(Pairs.seen(pairs.buyer, lot, demand)).isPresent();
    assertThat(verdict(pairs.buyer, "/demands/" + demand + "/matches/" + lot).has("hiddenBy"))
        .isFalse();
    assertThat(matchesOfDemand()).contains(lot);
  }

  private static JsonNode verdict(TestOrganisation owner, String path) {
    return Http.as(owner.trader()).get(path).expect(200).json();
  }

  private static String matchesOfDemand() {
    return Http.as(pairs.buyer.trader()).get("/demands/" + demand + "/matches").expect(200).body();
  }

  private static void reset() {
    Http buyer = Http.as(pairs.buyer.trader());
    buyer
        .get("/dismissals")
        .json()
        .at("/items")
        .forEach(item -> buyer.delete("/dismissals/" + item.at("/id").asText()).expect(200));
    pairs.editLot(lot, pairs.lotTerms());
    pairs.editDemand(demand, pairs.demandTerms());
  }
}
