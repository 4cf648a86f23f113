package cn.wufei.exchange.matching.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.searchfeed.Unmatched;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.OnOneDatabase;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.exchange.worklist.Work;
import cn.wufei.indexer.document.DocumentKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingIT {

  private static final Logger LOG = LoggerFactory.getLogger(StandingIT.class);
  private static final int MEASURED = 10;
  private static Pairs pairs;

  @BeforeAll
  static void start() {
    pairs = new Pairs();
  }

  @Test
  void both_sides_are_told_of_a_new_lot_and_see_it_with_its_terms() {
    Pairs own = new Pairs();
    String demand = own.demand();
    Pairs.awaitMatched(demand);

    String lot = own.lot();

    JsonNode toBuyer = Pairs.awaitNotices(own.buyer, demand, 1).getFirst();
    assertThat(toBuyer.at("/kind").asText()).isEqualTo("matches-new");
    assertThat(toBuyer.at("/facts/count").asInt()).isEqualTo(1);
    assertThat(toBuyer.at("/facts/title").asText()).isEqualTo("求购精炼渣");
    assertThat(Pairs.awaitNotices(own.seller, lot, 1)).hasSize(1);
    assertThat(count(lot, demand)).as("shown to nobody yet").isZero();
    JsonNode forBuyer = Pairs.seen(own.buyer, lot, demand).orElseThrow();
    JsonNode forSeller = Pairs.seen(own.seller, lot, demand).orElseThrow();
    assertThat(forBuyer.at("/side").asText()).isEqualTo("demand");
    assertThat(forSeller.at("/side").asText()).isEqualTo("lot");
    assertThat(forBuyer.at("/match")).isEqualTo(forSeller.at("/match"));
    assertThat(forBuyer.at("/match/terms").findValuesAsText("key")).contains("price", "window");
    await().untilAsserted(() -> assertThat(count(lot, demand)).isEqualTo(1));
  }

  @Test
  void a_match_is_new_to_a_side_until_somebody_of_it_has_looked() {
    Pairs own = new Pairs();
    String lot = own.lot();
    String demand = own.demand();
    Pairs.awaitSeen(own.buyer, lot, demand);
    Http buyer = Http.as(own.buyer.trader());
    JsonNode match = Pairs.seen(own.buyer, lot, demand).orElseThrow();
    assertThat(match.at("/isNew").asBoolean()).isTrue();
    int before = Work.count(buyer, "match");

    Map<String, Object> body = Map.of("ids", List.of(match.at("/id").asText()));
    assertThat(buyer.put("/standing-matches/seen", body).expect(200).number("count")).isEqualTo(1);

    assertThat(Pairs.seen(own.buyer, lot, demand).orElseThrow().at("/isNew").asBoolean()).isFalse();
    assertThat(Work.count(buyer, "match")).isEqualTo(before - 1);
    assertThat(Pairs.seen(own.seller, lot, demand).orElseThrow().at("/isNew").asBoolean()).isTrue();
    Http stranger = Http.as(pairs.buyer.trader());
    assertThat(stranger.put("/standing-matches/seen", body).expect(200).number("count")).isZero();
  }

  @Test
  void a_price_that_is_changed_opens_a_match_and_closes_it() {
    Map<String, Object> dear = pairs.lotTerms();
    dear.put("priceYuanPerT", 900);
    String lot = pairs.lot(dear);
    String demand = pairs.demand();
    Pairs.awaitMatched(lot);
    Pairs.awaitMatched(demand);
    assertThat(Pairs.standing(lot, demand)).isZero();

    pairs.editLot(lot, pairs.lotTerms());
    Pairs.awaitSeen(pairs.buyer, lot, demand);
    int told = Pairs.awaitNotices(pairs.seller, lot, 1).size();

    pairs.editLot(lot, dear);
    assertThat(Pairs.seen(pairs.buyer, lot, demand)).as("judged as it is now").isEmpty();
    await().atMost(Pairs.SOON).until(() -> Pairs.standing(lot, demand) == 0);
    assertThat(Pairs.notices(pairs.seller, lot)).as("what closes is not told").hasSize(told);
  }

  @Test
  void a_withdrawn_lot_and_a_suspended_organisation_are_gone_for_the_other_side() {
    Pairs own = new Pairs();
    String demand = own.demand();
    String withdrawn = own.lot();
    String suspended = own.lot();
    Pairs.awaitSeen(own.buyer, withdrawn, demand);
    Pairs.awaitSeen(own.buyer, suspended, demand);

    own.withdrawLot(withdrawn);

    assertThat(Pairs.seen(own.buyer, withdrawn, demand)).isEmpty();
    await().atMost(Pairs.SOON).until(() -> Pairs.standing(withdrawn, demand) == 0);

    TestMember operator = Fixtures.operator();
    long version =
        Http.as(operator).get("/organisations/" + own.seller.id()).expect(200).number("version");
    Http.as(operator)
        .ifMatch(version)
        .post(
            "/organisations/" + own.seller.id() + "/verification",
            Map.of("decision", "suspended", "note", "检查"))
        .expect(200);

    assertThat(Pairs.seen(own.buyer, suspended, demand)).isEmpty();
  }

  @Test
  void standing_matches_are_for_their_two_sides_alone() {
    String lot = pairs.lot();
    String demand = pairs.demand();
    Pairs.awaitSeen(pairs.buyer, lot, demand);
    TestOrganisation stranger = Fixtures.receiver();

    assertThat(Pairs.seen(stranger, lot, demand)).isEmpty();
  }

  @Test
  void a_change_that_is_committed_late_is_matched() throws SQLException {
    String lot = pairs.lot();
    String demand = pairs.demand();
    Pairs.awaitSeen(pairs.buyer, lot, demand);
    Pairs.awaitMatched(lot);
    Pairs.awaitMatched(demand);
    Pairs.forget(lot, demand);

    try (Connection late = Pairs.connection()) {
      late.setAutoCommit(false);
      Instant longAgo = Pairs.now().minus(Duration.ofHours(1));
      Pairs.unmatch(late, lot, longAgo, longAgo);
      String early = pairs.lot();
      Pairs.awaitSeen(pairs.buyer, early, demand);
      assertThat(Pairs.standing(lot, demand)).isZero();
      late.commit();
    }

    Pairs.awaitSeen(pairs.buyer, lot, demand);
  }

  @Test
  void what_a_killed_worker_had_claimed_is_matched_when_its_lease_is_over() throws SQLException {
    String lot = pairs.lot();
    String demand = pairs.demand();
    Pairs.awaitSeen(pairs.buyer, lot, demand);
    Pairs.awaitMatched(lot);
    Pairs.awaitMatched(demand);
    Pairs.forget(lot, demand);
    Instant leaseEnds = Pairs.now().plusMillis(1_500);
    try (Connection connection = Pairs.connection()) {
      Pairs.unmatch(connection, lot, Pairs.now(), leaseEnds);
    }
    Unmatched unmatched = TestExchange.get().bean(Unmatched.class);
    assertThat(unmatched.claim(100, Duration.ofMillis(1)))
        .as("what is claimed is nobody else's")
        .noneMatch(round -> round.documentId().toString().equals(lot));

    Pairs.awaitSeen(pairs.buyer, lot, demand);

    JsonNode match = Pairs.seen(pairs.buyer, lot, demand).orElseThrow();
    assertThat(Instant.parse(match.at("/foundAt").asText())).isAfterOrEqualTo(leaseEnds);
  }

  @Test
  void two_workers_with_one_change_find_each_pair_once_and_tell_it_once()
      throws SQLException, InterruptedException, ExecutionException {
    Pairs own = new Pairs();
    String lot = own.lot();
    String demand = own.demand();
    Pairs.awaitSeen(own.buyer, lot, demand);
    Pairs.awaitMatched(lot);
    Pairs.awaitMatched(demand);
    Pairs.forget(lot, demand);
    int told = Pairs.notices(own.buyer, demand).size();
    MatchChange match = TestExchange.get().bean(MatchChange.class);
    Unmatched.Round round =
        new Unmatched.Round(DocumentKind.LOT, Id.parse(lot), Id.next(), Pairs.now());

    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      Callable<Object> work = () -> match.handle(round, match.read(List.of(round)));
      for (Future<Object> done : workers.invokeAll(List.of(work, work, work, work))) {
        done.get();
      }
    }

    assertThat(Pairs.standing(lot, demand)).isEqualTo(1);
    assertThat(Pairs.notices(own.buyer, demand)).hasSize(told + 1);
  }

  @Test
  @OnOneDatabase
  void changes_made_while_the_search_is_away_are_matched_when_it_is_back() {
    String demand = pairs.demand();
    Pairs.awaitMatched(demand);
    TestSearch search = TestExchange.get().search();
    String lot;
    search.stop();
    try {
      lot = pairs.lot();
    } finally {
      search.start();
    }

    Pairs.awaitSeen(pairs.buyer, lot, demand);
    assertThat(Pairs.awaitNotices(pairs.seller, lot, 1)).hasSize(1);
  }

  @Test
  void how_long_it_takes_is_logged() {
    Pairs own = new Pairs();
    String demand = own.demand();
    Pairs.awaitMatched(demand);
    Map<String, Instant> committed = new LinkedHashMap<>();
    for (int i = 0; i < MEASURED; i++) {
      committed.put(own.lot(), Pairs.now());
    }

    List<Long> lagsMs = new ArrayList<>();
    committed.forEach((lot, at) ->
        lagsMs.add(
            Duration.between(
                    at,
                    Instant.parse(
                        Pairs.awaitNotices(own.seller, lot, 1).getFirst().at("/sentAt").asText()))
                .toMillis()));

    lagsMs.sort(null);
    LOG.warn(
        "From commit to notice, {} lots in a row: p50 {} ms, p99 {} ms",
        MEASURED,
        lagsMs.get(MEASURED / 2),
        lagsMs.getLast());
    assertThat(lagsMs).hasSize(MEASURED);
  }

  private static int count(String lot, String demand) {
    return Pairs.count(
        "select count(*) from matching_match where lot_id = ? and demand_id = ?", lot, demand);
  }
}
