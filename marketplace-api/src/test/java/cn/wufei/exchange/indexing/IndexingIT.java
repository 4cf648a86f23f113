package cn.wufei.exchange.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.demand.VisibleDemands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.listing.VisibleLots;
import cn.wufei.exchange.search.MarketFixture;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.index.Elastic;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IndexingIT {

  private static final GeoPoint PLACE = new GeoPoint(36.5, 117.8);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static TestSearch search;
  private static TestOrganisation producer;
  private static String lot;

  @BeforeAll
  static void start() {
    search = TestExchange.get().search();
    producer = Fixtures.producer();
    lot = publish();
  }

  @Test
  void who_has_published_a_lot_waits_until_it_is_found() {
    String published = publish();

    Http.Answer answer =
        Http.as(producer.trader())
            .get("/search/freshness?kind=lot&version=1&waitMs=5000&id=" + published)
            .expect(200);

    assertThat(answer.text("state")).isEqualTo("searchable");
    assertThat(answer.json().at("/indexedVersion").asLong()).isEqualTo(1);
    assertThat(search.versionOf("wufei-lots", published)).isEqualTo(1);
  }

  @Test
  void a_version_that_is_not_written_yet_is_not_there() {
    Http.Answer answer =
        Http.as(producer.trader())
            .get("/search/freshness?kind=lot&version=99&waitMs=200&id=" + lot)
            .expect(200);

    assertThat(answer.text("state")).isEqualTo("waiting");
  }

  @Test
  void who_finds_no_place_to_wait_is_answered_at_once() {
    TestExchange exchange = TestExchange.get();
    AskFreshness full =
        new AskFreshness(
            exchange.bean(Lots.class),
            exchange.bean(Demands.class),
            exchange.bean(VisibleLots.class),
            exchange.bean(VisibleDemands.class),
            exchange.bean(IndexingViews.class),
            exchange.bean(Elastic.class),
            new FreshnessSettings(0, Duration.ofMillis(100), Duration.ofSeconds(2)));
    Caller caller = new Caller(Id.next(), producer.id(), Role.TRADER);

    Outcome<Freshness> answer =
        full.handle(caller, DocumentKind.LOT, Id.parse(lot), 99, Duration.ofDays(1));

    assertThat(answer).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_lot_that_one_may_not_see_is_not_there() {
    String withdrawn = publish();
    Http.as(producer.trader()).ifMatch(1).post("/lots/" + withdrawn + "/withdrawal").expect(200);
    String path = "/search/freshness?kind=lot&version=2&waitMs=5000&id=" + withdrawn;

    assertThat(Http.as(Fixtures.receiver().trader()).get(path).status()).isEqualTo(404);
    assertThat(Http.as(producer.trader()).get(path).expect(200).text("state"))
        .isEqualTo("searchable");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          kind=heap&id=%s&version=1,              400, invalid-request
          kind=lot&id=no-id&version=1,            400, invalid-request
          kind=lot&id=%s&version=0,               400, invalid-request
          kind=lot&id=%s,                         400, invalid-request
          kind=lot&id=%s&version=1&waitMs=5001,   400, invalid-request
          kind=demand&id=%s&version=1,            404, not-found
          """)
  void what_is_asked_wrongly_is_refused(String query, int status, String code) {
    Http.Answer answer =
        Http.as(producer.trader()).get("/search/freshness?" + query.formatted(lot));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void a_document_that_is_set_aside_is_listed_and_sent_again_after_a_mend() throws SQLException {
    LotDocument poison = MarketFixture.lot(producer, "有毒", PLACE, "1");
    insert(poison.id(), "{\"id\": \"%s\", \"nobodyKnows\": 1}".formatted(poison.id()));
    JsonNode listed = awaitSetAside(poison.id());
    assertThat(listed.at("/kind").asText()).isEqualTo("lot");
    assertThat(listed.at("/reason").asText()).contains("nobodyKnows");
    assertThat(listed.at("/since").asText()).isNotEmpty();
    assertThat(Operator.status("lot").at("/setAside").asInt()).isPositive();

    mend(poison.id(), "{\"id\": \"%s\", \"version\": 1}".formatted(poison.id()));
    Operator.http().post("/indexing/lot/set-aside/" + poison.id() + "/sending").expect(200);

    search.awaitVersion("wufei-lots", poison.id(), 1);
    await().atMost(SOON).until(() -> setAside(poison.id()).isMissingNode());
    assertThat(Operator.http().post("/indexing/lot/set-aside/" + poison.id() + "/sending").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"heap/comparison", "heap/rebuild", "heap/set-aside/0000000000001/sending"})
  void an_index_that_there_is_not_is_not_there(String path) {
    Http.Answer answer = Operator.http().post("/indexing/" + path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
  }

  @Test
  void an_index_is_built_once_at_a_time() throws SQLException {
    Operator.awaitRebuilt("demand");
    lease("'of a test', utc_timestamp(6) + interval 60 second");
    try {
      Http.Answer first = Operator.http().post("/indexing/demand/rebuild").expect(200);
      assertThat(first.json().at("/rebuild/state").asText()).isEqualTo("requested");

      Http.Answer second = Operator.http().post("/indexing/demand/rebuild");

      assertThat(second.status()).isEqualTo(409);
      assertThat(second.code()).isEqualTo("rebuild-under-way");
    } finally {
      lease("null, null");
    }
    Operator.awaitRebuilt("demand");
    assertThat(Operator.status("demand").at("/rebuild/reason").asText()).isEqualTo("requested");
  }

  @Test
  void how_it_stands_is_measured() {
    String metrics = Http.as(Fixtures.operator()).get("//metrics").expect(200).body();

    assertThat(metrics)
        .contains("wufei_search_documents_pending ")
        .contains("wufei_search_documents_failed ")
        .contains("wufei_search_documents_pending_age{kind=\"lot\"}")
        .contains("wufei_search_comparison_differences{kind=\"lot\"}")
        .contains("wufei_search_rebuild_progress{kind=\"demand\"}")
        .contains("wufei_search_index_lag_seconds_count")
        .contains("wufei_search_index_failures_total");
  }

  private static String publish() {
    Http trader = Http.as(producer.trader());
    LocalDate today = LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
    String stream =
        trader
            .post(
                "/streams",
                Map.of(
                    "siteId",
                    producer.siteId().toString(),
                    "materialKey",
                    "bof-slag",
                    "classCode",
                    "SW01",
                    "name",
                    "转炉钢渣" + Fixtures.nextNumber()))
            .expect(201)
            .text("id");
    return trader
        .post(
            "/lots",
            """
            {"streamId": "%s", "title": "转炉钢渣", "saleMethod": "negotiation",
             "quantityKind": "firm", "quantityKg": 1000000, "priceYuanPerT": 12.5,
             "taxIncluded": true, "availableFrom": "%s", "availableTo": "%s",
             "qualities": []}\
            """
                .formatted(stream, today, today.plusYears(1)))
        .expect(201)
        .text("id");
  }

  private static JsonNode awaitSetAside(String id) {
    return await().atMost(SOON).until(() -> setAside(id), found -> !found.isMissingNode());
  }

  private static JsonNode setAside(String id) {
    JsonNode items = Operator.http().get("/indexing/set-aside?limit=100").expect(200).json();
    for (JsonNode item : items.at("/items")) {
      if (item.at("/id").asText().equals(id)) {
        return item;
      }
    }
    return items.at("/nothing");
  }

  private static void insert(String id, String body) throws SQLException {
    write(
        "insert into search_document"
            + " (body, id, kind, version, revision, status, pending, changed_at)"
            + " values (?, ?, 'lot', 1, 1, 'published', 1, utc_timestamp(6))",
        id,
        body);
  }

  private static void mend(String id, String body) throws SQLException {
    write("update search_document set body = ? where id = ?", id, body);
  }

  private static void write(String sql, String id, String body) throws SQLException {
    try (Connection connection = FullComparison.connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, body);
      statement.setLong(2, Id.parse(id).value());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  /// As another instance would hold it.
  private static void lease(String values) throws SQLException {
    String[] both = values.split(", ", 2);
    try (Connection connection = FullComparison.connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update search_upkeep set lease_holder = %s, lease_until = %s where kind = 'demand'"
              .formatted(both[0], both[1]));
    }
  }
}
