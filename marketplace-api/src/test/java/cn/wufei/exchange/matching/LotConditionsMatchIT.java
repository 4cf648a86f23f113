package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a lot goes and what it is sold in at least, in both directions of matching. The demand's
/// site lies in 370300, and it seeks 40 t.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LotConditionsMatchIT {

  private static final String MATERIAL = "fgd-gypsum";

  private final Trade trade = Trade.begin();
  private String stream = "";

  @BeforeEach
  void begin() {
    TestExchange.get().search();
    stream =
        trade
            .seller()
            .post(
                "/streams",
                Trade.body(
                    "siteId",
                    trade.producer().siteId().toString(),
                    "materialKey",
                    MATERIAL,
                    "classCode",
                    "SW06",
                    "name",
                    "脱硫石膏"))
            .expect(201)
            .text("id");
  }

  private String lot(Map<String, Object> terms) {
    Map<String, Object> draft = trade.lot(50_000);
    draft.put("streamId", stream);
    draft.putAll(terms);
    String id = trade.seller().post("/lots", draft).expect(201).text("id");
    TestExchange.get().search().awaitVersion("wufei-lots", id, 1);
    return id;
  }

  private String demand() {
    Map<String, Object> draft = trade.demand(40_000);
    draft.put("materialKeys", List.of(MATERIAL));
    draft.put("use", "set-regulator");
    String id = trade.buyer().post("/demands", draft).expect(201).text("id");
    TestExchange.get().search().awaitVersion("wufei-demands", id, 1);
    return id;
  }

  private boolean isListed(String lot, String demand, String list) {
    boolean toBuyer =
        trade.buyer().get("/demands/" + demand + list).expect(200).body().contains(lot);
    boolean toSeller =
        trade.seller().get("/lots/" + lot + list).expect(200).body().contains(demand);
    assertThat(toBuyer).as("the two directions agree").isEqualTo(toSeller);
    return toBuyer;
  }

  private JsonNode check(String lot, String demand, String key) {
    for (JsonNode check :
        trade
            .buyer()
            .get("/demands/" + demand + "/matches/" + lot)
            .expect(200)
            .json()
            .at("/checks")) {
      if (check.at("/key").asText().equals(key)) {
        return check;
      }
    }
    throw new AssertionError("not checked: " + key);
  }

  @ParameterizedTest
  @CsvSource({"370000, true", "370300, true", "370302, false", "370100, false"})
  void a_lot_is_a_match_for_sites_to_which_it_goes(String division, boolean fits) {
    String lot = lot(Map.of("destinations", List.of("370700", division)));
    String demand = demand();

    assertThat(isListed(lot, demand, "/matches")).isEqualTo(fits);
    assertThat(isListed(lot, demand, "/near-misses")).isFalse();
    JsonNode check = check(lot, demand, "destination");
    assertThat(check.at("/holds").asBoolean()).isEqualTo(fits);
    assertThat(check.at("/need").asText()).isEqualTo("370300");
    assertThat(check.at("/have").asText()).isEqualTo("370700 " + division);
    assertThat(
            trade
                .buyer()
                .get("/search/lots?sort=match&demandId=" + demand + "&id=" + lot)
                .expect(200)
                .number("total"))
        .isEqualTo(fits ? 1 : 0);
    JsonNode found =
        trade.buyer().get("/search/lots?id=" + lot).expect(200).json().at("/items/0/lot");
    assertThat(found.at("/destinations").toString())
        .as("found all the same, and says where it goes")
        .contains(division);
  }

  @Test
  void a_lot_for_approved_buyers_goes_to_some_regions_only() {
    Http.as(trade.producer().admin())
        .post(
            "/partners/" + trade.receiver().id() + "/decisions",
            Trade.body(
                "standing",
                "approved",
                "approvalNumber",
                "安环准入-17",
                "validTo",
                trade.today().plusDays(9).toString()))
        .expect(201);
    Map<String, Object> approved =
        Trade.body("visibility", "approved-buyers", "destinations", List.of("370300"));
    String lot = lot(approved);
    approved.put("destinations", List.of("370100"));
    String elsewhere = lot(approved);
    String demand = demand();

    assertThat(isListed(lot, demand, "/matches")).isTrue();
    assertThat(isListed(elsewhere, demand, "/matches")).isFalse();
  }

  /// The database knows it and the index does not yet.
  @Test
  void nothing_is_shown_that_only_the_index_takes_for_going_everywhere() {
    String lot = lot(Map.of());
    String demand = demand();
    assertThat(isListed(lot, demand, "/matches")).isTrue();

    Books.write("update listing_lot set destinations = '370100' where id = ?", Books.numberOf(lot));

    assertThat(isListed(lot, demand, "/matches")).isFalse();
    assertThat(isListed(lot, demand, "/near-misses")).isFalse();
  }

  @Test
  void a_demand_for_less_than_the_minimum_is_a_near_miss() {
    String fits = lot(Map.of("minimumKg", 40_000));
    String more = lot(Map.of("minimumKg", 45_000));
    String demand = demand();

    assertThat(isListed(fits, demand, "/matches")).isTrue();
    assertThat(isListed(more, demand, "/matches")).isFalse();
    assertThat(isListed(more, demand, "/near-misses")).isTrue();
    JsonNode near =
        trade.seller().get("/lots/" + more + "/near-misses").expect(200).json().at("/items/0");
    assertThat(near.at("/obstacles/0/key").asText()).isEqualTo("least-quantity");
    assertThat(near.at("/changes/0/kind").asText()).isEqualTo("least-quantity");
    assertThat(near.at("/changes/0/by").asLong()).isEqualTo(5_000);
    assertThat(near.at("/changes/0/demandTo").asText()).isEqualTo("45000");
    assertThat(near.at("/changes/0/lotTo").asText()).isEqualTo("40000");
    assertThat(check(more, demand, "least-quantity").at("/holds").asBoolean()).isFalse();
  }

  @Test
  void what_is_left_of_a_lot_may_be_below_its_minimum() {
    String lot = lot(Map.of("minimumKg", 45_000));
    trade.accept(trade.propose(lot, 45_000)).expect(201);
    TestExchange.get().search().awaitVersion("wufei-lots", lot, 2);
    String demand = demand();

    assertThat(isListed(lot, demand, "/matches")).isTrue();
    JsonNode document =
        Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
            .get("/search/lots?id=" + lot)
            .expect(200)
            .json()
            .at("/items/0/lot");
    assertThat(document.at("/minimumKg").asLong()).isEqualTo(45_000);
    assertThat(document.at("/availableKg").asLong()).isEqualTo(5_000);
  }
}
