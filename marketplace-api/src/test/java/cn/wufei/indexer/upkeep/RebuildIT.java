package cn.wufei.indexer.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.indexing.FullComparison;
import cn.wufei.exchange.indexing.Operator;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.search.MarketFixture;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.OnOneDatabase;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.exchange.testing.Writing;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.index.Indices;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.rows.DocumentRows;
import cn.wufei.indexer.rows.IndexRows;
import cn.wufei.indexer.rows.PendingDocument;
import cn.wufei.indexer.rows.UpkeepRows;
import cn.wufei.indexer.rows.UpkeepState;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@OnOneDatabase
@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildIT {

  private static final GeoPoint PLACE = new GeoPoint(36.5, 117.8);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration NO_COMPARISON = Duration.ofDays(1);
  private static final SearchIndex LOTS = SearchIndex.LOTS;
  private static final int COUNT = 3_000;
  private static final int IN_ONE = 500;
  private static final List<LotDocument> MARKET = new ArrayList<>();
  private static TestExchange exchange;
  private static TestSearch search;
  private static TestOrganisation owner;

  @BeforeAll
  static void fill() {
    exchange = TestExchange.get();
    search = exchange.search();
    owner = Fixtures.producer();
    for (int i = 0; i < COUNT; i++) {
      MARKET.add(MarketFixture.lot(owner, "重建" + i, PLACE, "1"));
    }
    for (int start = 0; start < COUNT; start += IN_ONE) {
      MarketFixture.put(MARKET.subList(start, start + IN_ONE).toArray(LotDocument[]::new));
    }
    Operator.compare("lot");
    FullComparison.awaitEqual();
  }

  @Test
  void nobody_notices_a_rebuild_while_everybody_writes_and_searches() throws Exception {
    String before = behind();
    JsonNode pit = search.ask("POST", "/wufei-lots/_pit?keep_alive=5m");
    Readers readers = new Readers();
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> threads =
        List.of(
            Thread.ofVirtual().start(() -> readers.read(stop)),
            Thread.ofVirtual().start(() -> readers.read(stop)));
    Writing writer = new Writing(time -> write(time, readers));
    try {
      Operator.rebuild("lot");
    } finally {
      writer.close();
      stop.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    }

    assertThat(readers.failures).isEmpty();
    assertThat(readers.queries).hasPositiveValue();
    assertThat(writer.written()).isPositive();
    assertThat(behind()).isNotEqualTo(before);
    FullComparison.awaitEqual();
    assertThat(Operator.differences(Operator.compare("lot"))).isZero();
    assertThat(
            search
                .ask(
                    "POST",
                    "/_search",
                    "{\"pit\": %s, \"track_total_hits\": true}".formatted(pit(pit)))
                .at("/hits/total/value")
                .asInt())
        .isGreaterThanOrEqualTo(COUNT);
  }

  @Test
  void what_went_to_the_old_index_alone_keeps_waiting() {
    DocumentRows rows = exchange.bean(DocumentRows.class);
    IndexRows indexRows = exchange.bean(IndexRows.class);
    LotDocument lot = MARKET.getFirst();

    await()
        .atMost(SOON)
        .until(() -> {
          long generation = indexRows.state(DocumentKind.LOT).generation();
          PendingDocument sent = putOnItsWay(lot);
          assertThat(rows.markSent(DocumentKind.LOT, generation - 1, List.of(sent))).isEmpty();
          return rows.markSent(DocumentKind.LOT, generation, List.of(sent)).size() == 1;
        });
    // Nobody sent it; what was only said to be sent is found by a comparison.
    Operator.compare("lot");
    FullComparison.awaitEqual();
  }

  @Test
  void a_rebuild_goes_on_where_another_instance_was_killed() throws Exception {
    UpkeepRows rows = exchange.bean(UpkeepRows.class);
    Rebuild rebuild = exchange.bean(Rebuild.class);
    Operator.awaitRebuilt("lot");
    String before = behind();
    Duration lease = Duration.ofSeconds(3);
    await().atMost(SOON).until(() -> rows.hold(DocumentKind.LOT, "killed", lease));
    AtomicInteger steps = new AtomicInteger();
    Lease held =
        new Lease(rows, DocumentKind.LOT, "killed", lease, () -> steps.incrementAndGet() >= 2);
    rebuild.begin(DocumentKind.LOT, true);

    assertThatThrownBy(() ->
            rebuild.advance(DocumentKind.LOT, rows.read(DocumentKind.LOT, NO_COMPARISON), held))
        .isInstanceOf(StoppedException.class);

    UpkeepState left = rows.read(DocumentKind.LOT, NO_COMPARISON);
    assertThat(left.rebuild()).isEqualTo(UpkeepState.Rebuild.FILLING);
    assertThat(left.scanned()).isBetween(1L, COUNT - 1L);
    assertThat(left.scannedTo()).isPositive();
    Operator.awaitRebuilt("lot");
    assertThat(behind()).isNotEqualTo(before);
    FullComparison.awaitEqual();
  }

  @Test
  void a_target_that_is_lost_is_filled_anew() throws Exception {
    UpkeepRows rows = exchange.bean(UpkeepRows.class);
    Operator.awaitRebuilt("lot");
    await().atMost(SOON).until(() -> rows.hold(DocumentKind.LOT, "killed", Duration.ofSeconds(30)));
    exchange.bean(Rebuild.class).begin(DocumentKind.LOT, true);
    String target = exchange.bean(IndexRows.class).state(DocumentKind.LOT).target();

    search.ask("DELETE", "/" + target);
    MarketFixture.put(MarketFixture.changed(MARKET.get(1), 2, "仍在写"));
    rows.release(DocumentKind.LOT, "killed");

    Operator.awaitRebuilt("lot");
    assertThat(behind()).isNotEqualTo(target);
    FullComparison.awaitEqual();
  }

  @Test
  void an_index_of_an_earlier_definition_is_built_anew_by_itself() throws SQLException {
    Operator.awaitRebuilt("demand");
    String now = exchange.bean(Indices.class).behind("wufei-demands");
    JsonNode definition = search.ask("GET", "/" + now);
    String old = "wufei-demands-1";
    search.ask(
        "PUT",
        "/" + old,
        "{\"mappings\": "
            + definition.at("/" + now + "/mappings")
            + ", \"settings\": {\"analysis\": "
            + definition.at("/" + now + "/settings/index/analysis")
            + "}}");
    search.ask(
        "POST",
        "/_aliases",
        """
        {"actions": [{"remove": {"index": "%s", "alias": "wufei-demands"}},
         {"add": {"index": "%s", "alias": "wufei-demands", "is_write_index": true}}]}\
        """
            .formatted(now, old));

    await()
        .atMost(SOON)
        .until(() -> {
          String behind = exchange.bean(Indices.class).behind("wufei-demands");
          return behind != null && !behind.equals(old);
        });

    Operator.awaitRebuilt("demand");
    assertThat(Operator.status("demand").at("/rebuild/reason").asText()).isEqualTo("definition");
    FullComparison.awaitEqual();
  }

  @Test
  void an_instance_of_an_earlier_release_leaves_a_later_definition_alone() throws SQLException {
    IndexRows rows = exchange.bean(IndexRows.class);
    assertThat(rows.isNewer(DocumentKind.LOT, "first", "nobody-knows")).isTrue();
    assertThat(rows.isNewer(DocumentKind.LOT, "second", "first")).isTrue();

    assertThat(rows.isNewer(DocumentKind.LOT, "first", "second")).isFalse();
    assertThat(rows.isNewer(DocumentKind.LOT, "second", "second")).isFalse();
  }

  @Test
  void an_index_that_nobody_uses_is_deleted_after_its_time() throws Exception {
    Operator.awaitRebuilt("lot");
    search.ask("PUT", "/wufei-lots-left-behind");
    RemoveRetired late = removeRetired(Duration.ofHours(1));
    RemoveRetired now = removeRetired(Duration.ZERO);

    late.run(LOTS);
    assertThat(exchange.bean(Indices.class).all(LOTS)).containsKey("wufei-lots-left-behind");
    now.run(LOTS);

    assertThat(exchange.bean(Indices.class).all(LOTS)).containsOnlyKeys(behind());
  }

  private static RemoveRetired removeRetired(Duration keepOldIndex) {
    return new RemoveRetired(
        exchange.bean(Indices.class),
        exchange.bean(IndexRows.class),
        new UpkeepConfiguration(SOON, keepOldIndex, SOON, SOON, SOON, 1_000));
  }

  private static void write(int time, Readers readers) {
    LotDocument lot = MarketFixture.lot(owner, "新来" + time, PLACE, "1");
    LotDocument old = MARKET.get((time * 37) % COUNT);
    MarketFixture.put(MarketFixture.changed(old, time + 1, "改" + time), lot);
    readers.hopeFor(lot.id());
  }

  private static PendingDocument putOnItsWay(LotDocument lot) throws SQLException {
    long number = Id.parse(lot.id()).value();
    try (Connection connection = FullComparison.connection();
        PreparedStatement raise =
            connection.prepareStatement(
                "update search_document set revision = revision + 1, pending = 1 where id = ?");
        PreparedStatement read =
            connection.prepareStatement(
                "select revision, body from search_document where id = ?")) {
      raise.setLong(1, number);
      raise.executeUpdate();
      read.setLong(1, number);
      try (var row = read.executeQuery()) {
        row.next();
        return new PendingDocument(DocumentKind.LOT, number, row.getLong(1), row.getString(2));
      }
    }
  }

  private static String pit(JsonNode opened) {
    return "{\"id\": " + opened.at("/id") + "}";
  }

  private static String behind() {
    return String.valueOf(exchange.bean(Indices.class).behind("wufei-lots"));
  }

  /// What was found once is to be found by every later search.
  private static final class Readers {

    private static final int AT_ONCE = 100;

    private final Set<String> found = new ConcurrentSkipListSet<>();
    private final Set<String> hoped = new ConcurrentSkipListSet<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger queries = new AtomicInteger();

    Readers() {
      IntStream.range(0, COUNT).forEach(i -> found.add(MARKET.get(i).id()));
    }

    void hopeFor(String id) {
      hoped.add(id);
    }

    void read(AtomicBoolean stop) {
      while (!stop.get() && failures.isEmpty()) {
        List<String> known = List.copyOf(found);
        for (int start = 0; start < known.size() && !stop.get(); start += AT_ONCE) {
          List<String> sought = known.subList(start, Math.min(known.size(), start + AT_ONCE));
          int hits = search(sought).size();
          if (hits != sought.size()) {
            failures.add(hits + " of " + sought.size() + " were found");
          }
        }
        List<String> new100 = hoped.stream().limit(AT_ONCE).toList();
        Set<String> hits = search(new100);
        found.addAll(hits);
        hoped.removeAll(hits);
      }
    }

    private Set<String> search(List<String> ids) {
      JsonNode answer =
          search.ask(
              "POST",
              "/wufei-lots/_search?allow_partial_search_results=false",
              "{\"size\": %d, \"_source\": [\"id\"], \"query\": {\"terms\": {\"id\": [%s]}}}"
                  .formatted(
                      AT_ONCE,
                      String.join(", ", ids.stream().map(id -> "\"" + id + "\"").toList())));
      if (answer.has("error") || !answer.has("hits")) {
        failures.add(answer.toString());
      }
      queries.incrementAndGet();
      Set<String> hits = new ConcurrentSkipListSet<>();
      answer.at("/hits/hits").forEach(hit -> hits.add(hit.at("/_source/id").asText()));
      return hits;
    }
  }
}
