package cn.wufei.exchange.demand;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemandIT {

  @Test
  void a_demand_is_posted_changed_and_withdrawn() {
    Trade trade = Trade.begin();
    Http.Answer demand = trade.postDemand(40_000);
    String path = "/demands/" + demand.text("id");
    assertThat(demand.text("use")).isEqualTo(Trade.USE);
    assertThat(demand.text("materialKeys/0")).isEqualTo(Trade.MATERIAL);
    assertThat(demand.json().at("/ranges/0").has("min")).isFalse();
    assertThat(trade.seller().get(path).expect(200).json()).isEqualTo(demand.json());
    Map<String, Object> edit = edit(trade, 55_000);

    Http.Answer changed = trade.buyer().ifMatch(1).put(path, edit).expect(200);
    assertThat(changed.number("openKg")).isEqualTo(55_000);
    assertThat(Books.documentVersion(demand.text("id"))).isEqualTo(2);
    assertProblem(trade.buyer().ifMatch(1).put(path, edit), 412, "version-stale");
    Http.Answer withdrawn = trade.buyer().ifMatch(2).post(path + "/withdrawal").expect(200);

    assertThat(withdrawn.text("status")).isEqualTo("withdrawn");
    assertProblem(trade.seller().get(path), 404, "not-found");
    Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).get(path).expect(200);
    assertProblem(trade.buyer().ifMatch(3).post(path + "/withdrawal"), 409, "demand-not-published");
    assertThat(Books.documentVersion(demand.text("id"))).isEqualTo(3);
  }

  @Test
  void it_cannot_shrink_below_what_is_agreed() {
    Trade trade = Trade.begin();
    Http.Answer demand = trade.postDemand(40_000);
    Map<String, Object> offer = trade.offer(trade.publish(30_000).text("id"), 30_000);
    offer.put("demandId", demand.text("id"));
    trade.accept(trade.buyer().post("/offers", offer).expect(201)).expect(201);
    Http.Answer now = trade.buyer().get("/demands/" + demand.text("id")).expect(200);
    assertThat(now.number("openKg")).isEqualTo(10_000);

    Http.Answer refused =
        trade
            .buyer()
            .ifMatch(now.number("version"))
            .put("/demands/" + demand.text("id"), edit(trade, 29_000));

    assertProblem(refused, 409, "quantity-below-agreed");
    assertThat(refused.number("facts/agreedKg")).isEqualTo(30_000);
  }

  @Test
  void a_producer_posts_no_demand_and_nobody_for_anothers_site() {
    Trade trade = Trade.begin();
    TestOrganisation producer = trade.producer();
    Map<String, Object> demand = trade.demand(40_000);

    assertProblem(trade.seller().post("/demands", demand), 404, "not-found");
    demand.put("siteId", producer.siteId().toString());
    assertProblem(trade.seller().post("/demands", demand), 403, "not-a-receiver");
    assertProblem(trade.buyer().post("/demands", demand), 404, "not-found");
  }

  @Test
  void a_malformed_demand_is_told_which_fields_are_wrong() {
    Trade trade = Trade.begin();
    Map<String, Object> demand = trade.demand(10);
    demand.put("materialKeys", List.of());
    demand.remove("use");

    Http.Answer refused = trade.buyer().post("/demands", demand);

    assertProblem(refused, 400, "invalid-request");
    assertThat(fieldsOf(refused)).contains("quantityKg", "materialKeys", "use");
  }

  private static Map<String, Object> edit(Trade trade, long kg) {
    Map<String, Object> edit = trade.demand(kg);
    edit.remove("siteId");
    return edit;
  }
}
