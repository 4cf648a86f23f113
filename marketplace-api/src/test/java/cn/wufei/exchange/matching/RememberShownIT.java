package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.indexing.FullComparison;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RememberShownIT {

  private static final int MORE_THAN_CAN_WAIT = 300;

  private final TestExchange exchange = TestExchange.get();
  private final Trade trade = Trade.begin();

  RememberShownIT() {
    trade.enter("generation", 200_000);
  }

  @Test
  void a_match_that_both_sides_see_is_remembered_once() {
    String lot = lot();
    String demand = demand(Map.of());

    JsonNode forBuyer = items(trade.buyer(), "/demands/" + demand + "/matches");
    JsonNode forSeller = items(trade.seller(), "/lots/" + lot + "/matches");

    assertThat(forBuyer.findValuesAsText("id")).contains(lot);
    assertThat(forSeller.findValuesAsText("id")).contains(demand);
    awaitRemembered(lot, demand);
    assertThat(remembered(lot, demand))
        .singleElement()
        .satisfies(pair -> {
          assertThat(pair.quantityKg()).isEqualTo(50_000);
          assertThat(pair.materialKey()).isEqualTo(Trade.MATERIAL);
          assertThat(pair.shownTo()).isEqualTo(trade.receiver().id());
        });
  }

  @Test
  void a_near_miss_is_not_remembered() {
    String lot = lot();
    String near = demand(Map.of("maxDeliveredYuanPerT", -5_000));
    assertThat(items(trade.seller(), "/lots/" + lot + "/near-misses").findValuesAsText("id"))
        .contains(near);

    String fitting = demand(Map.of());
    items(trade.seller(), "/lots/" + lot + "/matches");

    awaitRemembered(lot, fitting);
    assertThat(remembered(lot, near)).isEmpty();
  }

  @Test
  void what_is_at_hand_when_the_exchange_stops_is_written_first() throws InterruptedException {
    String lot = lot();
    Match first = match(lot, demand(Map.of()));
    Match last = match(lot, demand(Map.of()));
    Clock clock = exchange.bean(Clock.class);
    RememberShown stopping = new RememberShown(exchange.bean(Matches.class), clock);

    for (int i = 0; i < MORE_THAN_CAN_WAIT; i++) {
      stopping.add(trade.receiver().id(), List.of(first));
    }
    stopping.add(trade.receiver().id(), List.of(last));
    stopping.stop();

    assertThat(remembered(lot, first.demand().id().toString())).hasSize(1);
    assertThat(remembered(lot, last.demand().id().toString())).hasSize(1);
  }

  @Test
  void an_instance_does_not_stop_before_it_has_written_what_it_showed() throws Exception {
    String lot = lot();
    Match first = match(lot, demand(Map.of()));
    Match last = match(lot, demand(Map.of()));
    TestExchange other = exchange.anotherInstance(Map.of());

    try (Connection holding = FullComparison.connection();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      hold(holding, first);
      other.bean(RememberShown.class).add(trade.receiver().id(), List.of(first));
      other.bean(RememberShown.class).add(trade.receiver().id(), List.of(last));
      Future<?> stopping = threads.submit(other::close);
      assertThatThrownBy(() -> stopping.get(3, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      holding.rollback();
      stopping.get(30, TimeUnit.SECONDS);
    }

    assertThat(remembered(lot, first.demand().id().toString())).hasSize(1);
    assertThat(remembered(lot, last.demand().id().toString())).hasSize(1);
  }

  /// Keeps the pair from being written until the transaction ends.
  private void hold(Connection connection, Match match) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into matching_match (id, lot_id, demand_id, material_key, quantity_kg,
              delivered_yuan_per_t, score, first_shown_at, shown_to_organisation_id)
            values (?, ?, ?, 'granulated-bf-slag', 1, 0, 0, now(6), ?)
            """)) {
      insert.setLong(1, Id.next().value());
      insert.setLong(2, match.lot().id().value());
      insert.setLong(3, match.demand().id().value());
      insert.setLong(4, trade.receiver().id().value());
      insert.executeUpdate();
    }
  }

  private String lot() {
    String lot = trade.publish(50_000).text("id");
    exchange.search().awaitVersion("wufei-lots", lot, 1);
    return lot;
  }

  private String demand(Map<String, Object> otherwise) {
    Map<String, Object> demand = trade.demand(50_000);
    demand.putAll(otherwise);
    String id = trade.buyer().post("/demands", demand).expect(201).text("id");
    exchange.search().awaitVersion("wufei-demands", id, 1);
    return id;
  }

  private Match match(String lot, String demand) {
    Lot offered = Objects.requireNonNull(exchange.bean(Lots.class).find(Id.parse(lot)));
    Demand sought = Objects.requireNonNull(exchange.bean(Demands.class).find(Id.parse(demand)));
    Circle circle = exchange.bean(Partners.class).circleOf(offered.organisation().id());
    return Objects.requireNonNull(exchange.bean(Judge.class).judge(offered, sought, circle));
  }

  private static JsonNode items(Http owner, String path) {
    return owner.get(path).expect(200).json().at("/items");
  }

  private void awaitRemembered(String lot, String demand) {
    await().untilAsserted(() -> assertThat(remembered(lot, demand)).isNotEmpty());
  }

  private List<ShownMatch> remembered(String lot, String demand) {
    Instant now = Instant.now(exchange.bean(Clock.class));
    return exchange
        .bean(Matches.class)
        .shownBetween(
            now.minus(1, ChronoUnit.HOURS),
            now.plus(1, ChronoUnit.HOURS),
            Trade.MATERIAL,
            null,
            10_000)
        .stream()
        .filter(pair -> pair.lotId().equals(Id.parse(lot)))
        .filter(pair -> pair.demandId().equals(Id.parse(demand)))
        .toList();
  }
}
