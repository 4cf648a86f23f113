package cn.wufei.exchange.demand;

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
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  void nobody_posts_a_demand_for_anothers_site() {
    Trade trade = Trade.begin();
    TestOrganisation another = Fixtures.receiver();

    assertProblem(
        Http.as(another.trader()).post("/demands", trade.demand(40_000)), 404, "not-found");
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

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(DemandRefusal refusal) {
    Trade trade = Trade.begin();
    Http.Answer demand = trade.postDemand(40_000);
    String path = "/demands/" + demand.text("id");
    long version = prepare(trade, demand, refusal);
    Map<String, Object> draft = trade.demand(40_000);
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer =
        switch (refusal) {
          case NOT_A_RECEIVER -> trade.seller().post("/demands", draft);
          case DEMAND_NOT_PUBLISHED ->
              trade.buyer().ifMatch(version).put(path, edit(trade, 40_000));
          case WINDOW_REVERSED ->
              post(trade, draft, "neededFrom", trade.today().plusDays(91).toString());
          case WINDOW_OVER -> over(trade, draft);
          case WINDOW_TOO_LONG ->
              post(trade, draft, "neededTo", trade.today().plusYears(3).plusDays(1).toString());
          case MATERIAL_UNKNOWN -> post(trade, draft, "materialKeys", List.of("moon-dust"));
          case MATERIAL_REPEATED ->
              post(trade, draft, "materialKeys", List.of(Trade.MATERIAL, Trade.MATERIAL));
          case USE_UNKNOWN -> post(trade, draft, "use", "moon-base");
          case PARAMETER_UNKNOWN -> post(trade, draft, "ranges", List.of(range("glow", 1, 2)));
          case PARAMETER_REPEATED ->
              post(
                  trade,
                  draft,
                  "ranges",
                  List.of(range("moisture", 1, 2), range("moisture", 1, 2)));
          case RANGE_EMPTY ->
              post(
                  trade,
                  draft,
                  "ranges",
                  List.of(Trade.body("parameter", "moisture", "basis", "wet")));
          case RANGE_REVERSED -> post(trade, draft, "ranges", List.of(range("moisture", 2, 1)));
          case RANGE_IMPOSSIBLE -> post(trade, draft, "ranges", List.of(range("moisture", 2, 101)));
          case QUANTITY_BELOW_AGREED ->
              trade.buyer().ifMatch(version).put(path, edit(trade, 29_000));
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  @Test
  void a_limit_is_delivered_unless_it_holds_ex_works() {
    Trade trade = Trade.begin();
    Map<String, Object> draft = trade.demand(50_000);
    Http.Answer plain = trade.buyer().post("/demands", draft).expect(201);
    draft.put("limitBasis", "ex-works");
    Http.Answer fetched = trade.buyer().post("/demands", draft).expect(201);
    draft.put("limitBasis", "half-way");

    assertThat(plain.text("limitBasis")).isEqualTo("delivered");
    assertThat(trade.seller().get("/demands/" + fetched.text("id")).text("limitBasis"))
        .isEqualTo("ex-works");
    assertThat(trade.buyer().post("/demands", draft).status()).isEqualTo(400);
  }

  /// Brings the demand into the state that the reason is about; answers its version then.
  @Test
  void what_is_read_side_by_side_is_what_is_read_in_turn() {
    Trade trade = Trade.begin();
    Http.Answer agreed = trade.postDemand(40_000);
    Map<String, Object> offer = trade.offer(trade.publish(30_000).text("id"), 30_000);
    offer.put("demandId", agreed.text("id"));
    trade.accept(trade.buyer().post("/offers", offer).expect(201)).expect(201);
    Http.Answer plain = trade.postDemand(20_000);
    Http.Answer withdrawn = trade.postDemand(10_000);
    trade.buyer().ifMatch(1).post("/demands/" + withdrawn.text("id") + "/withdrawal").expect(200);
    Demands demands = TestExchange.get().bean(Demands.class);
    List<Id> ids =
        Stream.of(plain, withdrawn, agreed)
            .map(demand -> Id.parse(demand.text("id")))
            .collect(Collectors.toCollection(ArrayList::new));
    ids.add(Id.next());

    List<Demand> read = demands.readPublished(ids);

    assertThat(read).extracting(Demand::openKg).containsExactly(20_000L, 10_000L);
    assertThat(read).isEqualTo(demands.findPublished(ids));
    assertThat(demands.readPublished(List.of())).isEmpty();
  }

  private static long prepare(Trade trade, Http.Answer demand, DemandRefusal refusal) {
    if (refusal == DemandRefusal.DEMAND_NOT_PUBLISHED) {
      trade.buyer().ifMatch(1).post("/demands/" + demand.text("id") + "/withdrawal").expect(200);
    }
    if (refusal == DemandRefusal.QUANTITY_BELOW_AGREED) {
      Map<String, Object> offer = trade.offer(trade.publish(30_000).text("id"), 30_000);
      offer.put("demandId", demand.text("id"));
      trade.accept(trade.buyer().post("/offers", offer).expect(201)).expect(201);
    }
    return trade.buyer().get("/demands/" + demand.text("id")).expect(200).number("version");
  }

  private static Http.Answer over(Trade trade, Map<String, Object> draft) {
    draft.put("neededFrom", trade.today().minusDays(9).toString());
    return post(trade, draft, "neededTo", trade.today().minusDays(1).toString());
  }

  private static Http.Answer post(
      Trade trade, Map<String, Object> draft, String field, Object value) {
    draft.put(field, value);
    return trade.buyer().post("/demands", draft);
  }

  private static Map<String, Object> range(String parameter, int min, int max) {
    return Trade.body("parameter", parameter, "min", min, "max", max, "basis", "wet");
  }

  private static Map<String, Object> edit(Trade trade, long kg) {
    Map<String, Object> edit = trade.demand(kg);
    edit.remove("siteId");
    return edit;
  }
}
