package cn.wufei.exchange.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.search.MarketFixture;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.exchange.testing.Writing;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconcileIT {

  private static final GeoPoint PLACE = new GeoPoint(36.5, 117.8);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static TestSearch search;
  private static TestOrganisation owner;

  /// Other tests leave what they have spoilt on purpose.
  @BeforeAll
  static void start() {
    search = TestExchange.get().search();
    owner = Fixtures.producer();
    Operator.compare("lot");
    FullComparison.awaitEqual();
  }

  @Test
  void what_the_index_lacks_is_sent_again() throws SQLException {
    LotDocument lot = indexed("缺失");
    search.ask("DELETE", "/wufei-lots/_doc/" + number(lot));

    JsonNode found = Operator.compare("lot");

    assertThat(found.at("/missing").asInt()).isEqualTo(1);
    assertThat(found.at("/mended").asInt()).isEqualTo(1);
    search.awaitVersion("wufei-lots", lot.id(), 1);
    FullComparison.awaitEqual();
  }

  @Test
  void what_the_index_has_in_an_earlier_state_is_sent_again() throws SQLException {
    LotDocument lot = indexed("过时");
    update("update search_document set revision = 9, pending = 0 where id = ?", lot);

    JsonNode found = Operator.compare("lot");

    assertThat(found.at("/older").asInt()).isEqualTo(1);
    assertThat(Operator.differences(found)).isEqualTo(1);
    FullComparison.awaitEqual();
  }

  @Test
  void what_the_index_has_in_a_later_state_than_a_restored_database_is_replaced()
      throws SQLException {
    LotDocument lot = indexed("恢复后的");
    putByHand(lot.id(), number(lot), 50, "恢复前的");

    JsonNode found = Operator.compare("lot");

    assertThat(found.at("/newer").asInt()).isEqualTo(1);
    assertThat(Operator.differences(found)).isEqualTo(1);
    await().atMost(SOON).until(() -> titleOf(lot.id()).equals("恢复后的"));
    assertThat(revisionOf(lot)).isEqualTo(51);
    FullComparison.awaitEqual();
  }

  @Test
  void a_state_of_the_same_number_from_before_a_restore_is_replaced_when_the_row_is_written()
      throws SQLException {
    LotDocument lot = indexed("第一次");
    putByHand(lot.id(), number(lot), 2, "恢复前的第二次");

    MarketFixture.put(MarketFixture.changed(lot, 2, "恢复后的第二次"));

    await().atMost(SOON).until(() -> titleOf(lot.id()).equals("恢复后的第二次"));
    FullComparison.awaitEqual();
  }

  @Test
  void what_only_the_index_has_is_removed() {
    Id unknown = Id.next();
    putByHand(unknown.toString(), unknown.value(), 3, "数据库里没有");

    JsonNode found = Operator.compare("lot");

    assertThat(found.at("/surplus").asInt()).isEqualTo(1);
    assertThat(found.at("/mended").asInt()).isEqualTo(1);
    FullComparison.awaitEqual();
  }

  @Test
  void what_is_in_flight_is_no_difference() {
    LotDocument[] lots = new LotDocument[50];
    for (int i = 0; i < lots.length; i++) {
      lots[i] = MarketFixture.lot(owner, "忙碌" + i, PLACE, "1");
    }
    try (Writing _ =
        new Writing(version ->
            MarketFixture.put(
                Stream.of(lots)
                    .map(lot -> MarketFixture.changed(lot, version, "忙碌" + version))
                    .toArray(LotDocument[]::new)))) {
      for (int i = 0; i < 4; i++) {
        assertThat(Operator.differences(Operator.compare("lot"))).isZero();
      }
    }
    FullComparison.awaitEqual();
  }

  private static LotDocument indexed(String title) {
    LotDocument lot = MarketFixture.lot(owner, title, PLACE, "1");
    MarketFixture.put(lot);
    search.awaitVersion("wufei-lots", lot.id(), 1);
    await().atMost(SOON).until(() -> Operator.status("lot").at("/waiting").asInt() == 0);
    return lot;
  }

  private static void putByHand(String id, long number, long revision, String title) {
    String path = "/wufei-lots/_doc/" + number + "?version_type=external&version=" + revision;
    JsonNode answer =
        search.ask(
            "PUT",
            path,
            """
            {"id": "%s", "version": 1, "title": "%s", "revision": %d, "slice": %d}\
            """
                .formatted(id, title, revision, number % 64));
    assertThat(answer.at("/_version").asLong()).isEqualTo(revision);
  }

  private static String titleOf(String id) {
    return search
        .ask("GET", "/wufei-lots/_search?q=id:" + id)
        .at("/hits/hits/0/_source/title")
        .asText();
  }

  private static long number(LotDocument lot) {
    return Id.parse(lot.id()).value();
  }

  private static long revisionOf(LotDocument lot) throws SQLException {
    try (Connection connection = FullComparison.connection();
        PreparedStatement statement =
            connection.prepareStatement("select revision from search_document where id = ?")) {
      statement.setLong(1, number(lot));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void update(String sql, LotDocument lot) throws SQLException {
    try (Connection connection = FullComparison.connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, number(lot));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
