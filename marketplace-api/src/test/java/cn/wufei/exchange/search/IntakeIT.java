package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.indexing.FullComparison;
import cn.wufei.exchange.indexing.Operator;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.OnOneDatabase;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.exchange.testing.Writing;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.index.Indices;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeIT {

  private static final GeoPoint PLACE = new GeoPoint(36.5, 117.8);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static TestSearch search;
  private static TestOrganisation owner;

  @BeforeAll
  static void start() {
    search = TestExchange.get().search();
    owner = Fixtures.producer();
  }

  @Test
  void an_older_version_never_replaces_a_newer_one_in_the_feed() {
    LotDocument lot = MarketFixture.lot(owner, "先有的", PLACE, "1");
    MarketFixture.put(MarketFixture.changed(lot, 7, "新的"));
    MarketFixture.put(MarketFixture.changed(lot, 6, "旧的"));

    search.awaitVersion("wufei-lots", lot.id(), 7);
    awaitSent(lot);

    assertThat(titleOf(lot)).isEqualTo("新的");
  }

  @Test
  void an_older_revision_that_arrives_late_never_replaces_a_newer_one_in_the_index()
      throws SQLException {
    LotDocument lot = MarketFixture.lot(owner, "旧的", PLACE, "1");
    MarketFixture.put(lot);
    String older = bodyOf(lot);
    MarketFixture.put(MarketFixture.changed(lot, 2, "新的"));
    search.awaitVersion("wufei-lots", lot.id(), 2);
    awaitSent(lot);

    update(
        "update search_document set revision = 1, body = ?, pending = 1 where id = ?", older, lot);
    awaitSent(lot);
    search.ask("POST", "/wufei-lots/_refresh");

    assertThat(titleOf(lot)).isEqualTo("新的");
  }

  @Test
  void the_same_version_with_other_tonnes_is_indexed_again() {
    LotDocument lot = MarketFixture.lot(owner, "同一版本", PLACE, "1");
    MarketFixture.put(lot);
    search.awaitVersion("wufei-lots", lot.id(), 1);

    MarketFixture.put(MarketFixture.changed(lot, 1, "同一版本又写"));

    await().atMost(SOON).until(() -> titleOf(lot).equals("同一版本又写"));
  }

  @Test
  void a_document_that_is_refused_is_set_aside_with_its_reason_and_holds_nobody_up()
      throws SQLException {
    LotDocument poison = MarketFixture.lot(owner, "有毒", PLACE, "1");
    LotDocument sound = MarketFixture.lot(owner, "无毒", PLACE, "1");
    insert(poison, "{\"id\": \"x\", \"unknownToTheMapping\": 1}", "2001-01-01 00:00:00");
    MarketFixture.put(sound);

    search.awaitVersion("wufei-lots", sound.id(), 1);
    await().atMost(SOON).until(() -> stateOf(poison) == 2);

    assertThat(read("select failed_reason from search_document where id = ?", poison))
        .contains("unknownToTheMapping");
  }

  @Test
  void a_refused_document_goes_again_once_it_is_written_anew() throws SQLException {
    LotDocument lot = MarketFixture.lot(owner, "修好了", PLACE, "1");
    insert(lot, "{\"unknownToTheMapping\": 1}", "2001-01-01 00:00:00");
    await().atMost(SOON).until(() -> stateOf(lot) == 2);

    MarketFixture.put(lot);

    search.awaitVersion("wufei-lots", lot.id(), 1);
    assertThat(read("select failed_reason from search_document where id = ?", lot)).isEmpty();
  }

  @Test
  void a_row_that_is_committed_late_with_an_older_time_is_not_passed_over() throws SQLException {
    LotDocument late = MarketFixture.lot(owner, "晚提交", PLACE, "1");
    LotDocument early = MarketFixture.lot(owner, "早提交", PLACE, "1");
    MarketFixture.put(late);
    String body = bodyOf(late);
    search.awaitVersion("wufei-lots", late.id(), 1);
    LotDocument other = MarketFixture.lot(owner, "晚提交", PLACE, "1");

    try (Connection open = connection()) {
      open.setAutoCommit(false);
      insert(open, other, body.replace(late.id(), other.id()), "2020-01-01 00:00:00");
      MarketFixture.put(early);
      search.awaitVersion("wufei-lots", early.id(), 1);
      awaitSent(early);
      open.commit();
    }

    search.awaitVersion("wufei-lots", other.id(), 1);
  }

  @Test
  void a_lost_index_is_made_again_and_filled_from_the_database() {
    LotDocument lot = MarketFixture.lot(owner, "失而复得", PLACE, "1");
    MarketFixture.put(lot);
    search.awaitVersion("wufei-lots", lot.id(), 1);
    awaitSent(lot);

    search.ask("DELETE", "/" + behind());

    search.awaitVersion("wufei-lots", lot.id(), 1);
    assertThat(search.ask("GET", "/wufei-lots/_mapping").at("/" + behind() + "/mappings/dynamic"))
        .hasToString("\"strict\"");
  }

  @Test
  @OnOneDatabase
  void while_the_search_server_is_away_search_says_so_and_writes_go_on_and_are_found_after() {
    LotDocument lot = MarketFixture.lot(owner, "停机期间", PLACE, "1");
    Http reader = Http.as(owner.admin());
    Writing writer = writing();
    search.kill();
    try {
      Http.Answer refused = reader.get("/search/lots?text=x");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.code()).isEqualTo("search-unavailable");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      await().atMost(SOON).until(() -> reader.get("/status").text("search").equals("down"));
      assertThat(reader.get("//health").status()).isEqualTo(200);

      MarketFixture.put(lot);
      assertThat(Operator.status("lot").at("/indexed").isMissingNode()).isTrue();
      assertThat(Operator.status("lot").at("/waiting").asInt()).isPositive();
      Http.as(owner.admin())
          .post(
              "/sites",
              "{\"name\": \"新厂\", \"adcode\": \"370300\", \"latitude\": 36, \"longitude\": 117}")
          .expect(201);
    } finally {
      search.start();
    }

    search.awaitVersion("wufei-lots", lot.id(), 1);
    await().atMost(SOON).until(() -> reader.get("/status").text("search").equals("up"));
    assertThat(reader.get("/search/lots?text=x").status()).isEqualTo(200);
    writer.close();
    Operator.compare("lot");
    FullComparison.awaitEqual();
    assertThat(Operator.differences(Operator.compare("lot"))).isZero();
  }

  private static Writing writing() {
    LotDocument lot = MarketFixture.lot(owner, "一直在写", PLACE, "1");
    return new Writing(version ->
        MarketFixture.put(
            MarketFixture.changed(lot, version, "一直在写" + version),
            MarketFixture.lot(owner, "停机期间" + version, PLACE, "1")));
  }

  private static String behind() {
    return String.valueOf(TestExchange.get().bean(Indices.class).behind("wufei-lots"));
  }

  private static String titleOf(LotDocument lot) {
    return search
        .ask("GET", "/wufei-lots/_search?q=id:" + lot.id())
        .at("/hits/hits/0/_source/title")
        .asText();
  }

  private static void awaitSent(LotDocument lot) {
    await().atMost(SOON).until(() -> stateOf(lot) == 0);
  }

  private static int stateOf(LotDocument lot) throws SQLException {
    return Integer.parseInt(read("select pending from search_document where id = ?", lot));
  }

  private static String bodyOf(LotDocument lot) throws SQLException {
    return read("select body from search_document where id = ?", lot);
  }

  private static String read(String sql, LotDocument lot) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, Id.parse(lot.id()).value());
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        String text = rows.getString(1);
        return text == null ? "" : text;
      }
    }
  }

  private static void update(String sql, String body, LotDocument lot) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, body);
      statement.setLong(2, Id.parse(lot.id()).value());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static void insert(LotDocument lot, String body, String changedAt) throws SQLException {
    try (Connection connection = connection()) {
      insert(connection, lot, body, changedAt);
    }
  }

  private static void insert(Connection connection, LotDocument lot, String body, String changedAt)
      throws SQLException {
    String sql =
        "insert into search_document"
            + " (kind, id, version, revision, status, body, pending, changed_at)"
            + " values ('lot', ?, 1, 1, 'published', ?, 1, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, Id.parse(lot.id()).value());
      statement.setString(2, body);
      statement.setString(3, changedAt);
      statement.executeUpdate();
    }
  }

  private static Connection connection() throws SQLException {
    var database = TestExchange.get().database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
