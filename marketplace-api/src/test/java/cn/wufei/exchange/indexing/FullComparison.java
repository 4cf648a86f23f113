package cn.wufei.exchange.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// Holds all rows against all documents, text by text, and shares no code with what it judges.
/// Documents that the index refuses are left out.
public final class FullComparison {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int PAGE = 2_000;

  private FullComparison() {}

  /// Waits until nothing waits any more and both sides are equal.
  public static void awaitEqual() {
    TestExchange.get().search();
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(waiting()).as("rows that wait").isZero();
          requireEqual("lot", "wufei-lots");
          requireEqual("demand", "wufei-demands");
        });
  }

  public static void requireEqual(String kind, String alias) throws SQLException {
    Map<Long, Entry> rows = rows(kind);
    Map<Long, Entry> documents = documents(alias);
    documents.keySet().removeIf(number -> isSetAside(rows, number));
    rows.values().removeIf(Entry::setAside);
    assertThat(documents).as(alias).isEqualTo(rows);
  }

  private static boolean isSetAside(Map<Long, Entry> rows, Long number) {
    Entry row = rows.get(number);
    return row != null && row.setAside();
  }

  private static Map<Long, Entry> rows(String kind) throws SQLException {
    Map<Long, Entry> rows = new TreeMap<>();
    try (Connection connection = connection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select id, revision, body, pending from search_document where kind = ?")) {
      statement.setString(1, kind);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.put(
              row.getLong(1),
              new Entry(row.getLong(2), json(row.getString(3)), row.getInt(4) == 2));
        }
      }
    }
    return rows;
  }

  private static Map<Long, Entry> documents(String alias) {
    var search = TestExchange.get().search();
    search.ask("POST", "/" + alias + "/_refresh");
    Map<Long, Entry> documents = new TreeMap<>();
    String after = "";
    JsonNode hits;
    do {
      hits =
          search
              .ask(
                  "POST",
                  "/" + alias + "/_search",
                  """
                  {"size": %d, "version": true, "sort": [{"id": "asc"}]%s}\
                  """
                      .formatted(PAGE, after))
              .at("/hits/hits");
      for (JsonNode hit : hits) {
        documents.put(
            hit.at("/_id").asLong(),
            new Entry(hit.at("/_version").asLong(), hit.at("/_source"), false));
        after = ", \"search_after\": " + hit.at("/sort");
      }
    } while (hits.size() == PAGE);
    return documents;
  }

  private static long waiting() throws SQLException {
    try (Connection connection = connection();
        PreparedStatement statement =
            connection.prepareStatement("select count(*) from search_document where pending = 1");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static JsonNode json(String text) {
    try {
      return Http.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static Connection connection() throws SQLException {
    var database = TestExchange.get().database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private record Entry(long revision, JsonNode body, boolean setAside) {}
}
