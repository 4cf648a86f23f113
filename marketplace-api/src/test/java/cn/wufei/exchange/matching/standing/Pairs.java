package cn.wufei.exchange.matching.standing;

import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A seller and a buyer of ladle slag, with lots and demands that fit unless a test says otherwise.
/// Nobody else in the tests trades that material, and each pair has a time of its own, so that its
/// lots fit nobody else's demands.
final class Pairs {

  static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int DAYS_APART = 20;
  private static final AtomicInteger COUNTER = new AtomicInteger();

  final TestOrganisation seller;
  final TestOrganisation buyer;
  private final String stream;
  private final LocalDate from = today().plusDays((long) DAYS_APART * COUNTER.getAndIncrement());

  Pairs() {
    TestExchange.get().search();
    seller = Fixtures.producer();
    buyer = Fixtures.receiver();
    stream =
        Http.as(seller.trader())
            .post(
                "/streams",
                Map.of(
                    "siteId", seller.siteId().toString(),
                    "materialKey", "ladle-slag",
                    "classCode", "SW01",
                    "name", "精炼"))
            .expect(201)
            .text("id");
  }

  /// Terms of a lot, to change.
  Map<String, Object> lotTerms() {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("title", "精炼渣");
    terms.put("priceYuanPerT", 10);
    terms.put("taxIncluded", true);
    terms.put("availableFrom", from.toString());
    terms.put("availableTo", lastDay().toString());
    terms.put(
        "qualities", List.of(Map.of("parameter", "f-cao", "min", 1, "max", 2.5, "basis", "dry")));
    return terms;
  }

  /// Terms of a demand, to change.
  Map<String, Object> demandTerms() {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("materialKeys", List.of("ladle-slag"));
    terms.put("use", "road-base");
    terms.put("title", "求购精炼渣");
    terms.put("quantityKg", 600_000);
    terms.put("maxDeliveredYuanPerT", 200);
    terms.put("neededFrom", from.toString());
    terms.put("neededTo", lastDay().toString());
    terms.put("ranges", List.of());
    return terms;
  }

  String lot() {
    return lot(lotTerms());
  }

  String lot(Map<String, Object> terms) {
    Map<String, Object> draft = new LinkedHashMap<>(terms);
    draft.put("streamId", stream);
    draft.put("saleMethod", "negotiation");
    draft.put("quantityKind", "firm");
    draft.put("quantityKg", 1_000_000);
    return Http.as(seller.trader()).post("/lots", draft).expect(201).text("id");
  }

  String demand() {
    return demand(demandTerms());
  }

  String demand(Map<String, Object> terms) {
    Map<String, Object> draft = new LinkedHashMap<>(terms);
    draft.put("siteId", buyer.siteId().toString());
    return Http.as(buyer.trader()).post("/demands", draft).expect(201).text("id");
  }

  void editLot(String lot, Map<String, Object> terms) {
    Http trader = Http.as(seller.trader());
    long version = trader.get("/lots/" + lot).number("version");
    trader.ifMatch(version).put("/lots/" + lot, terms).expect(200);
  }

  void editDemand(String demand, Map<String, Object> terms) {
    Http trader = Http.as(buyer.trader());
    long version = trader.get("/demands/" + demand).number("version");
    trader.ifMatch(version).put("/demands/" + demand, terms).expect(200);
  }

  void withdrawLot(String lot) {
    Http trader = Http.as(seller.trader());
    long version = trader.get("/lots/" + lot).number("version");
    trader.ifMatch(version).post("/lots/" + lot + "/withdrawal").expect(200);
  }

  /// The pair as that organisation sees it among its standing matches.
  static Optional<JsonNode> seen(TestOrganisation by, String lot, String demand) {
    JsonNode items =
        Http.as(by.trader())
            .get("/standing-matches?lotId=" + lot + "&demandId=" + demand)
            .expect(200)
            .json()
            .at("/items");
    return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
  }

  static void awaitSeen(TestOrganisation by, String lot, String demand) {
    await("match").atMost(SOON).pollInterval(POLL).until(() -> seen(by, lot, demand).isPresent());
  }

  /// Until the worker has followed everything that was changed of the document.
  static void awaitMatched(String id) {
    await("round of " + id)
        .atMost(SOON)
        .pollInterval(POLL)
        .until(() -> count("select count(*) from search_unmatched where id = ?", id) == 0);
  }

  /// The notices to an organisation about one of its things, oldest first.
  static List<JsonNode> notices(TestOrganisation of, String subject) {
    return Http.as(of.trader())
        .get("/notices?limit=100")
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .filter(notice -> notice.at("/subjects").toString().contains(subject))
        .toList()
        .reversed();
  }

  static List<JsonNode> awaitNotices(TestOrganisation of, String subject, int count) {
    await("notice")
        .atMost(SOON)
        .pollInterval(POLL)
        .until(() -> notices(of, subject).size() >= count);
    return notices(of, subject);
  }

  static int standing(String lot, String demand) {
    return count(
        "select count(*) from matching_standing where lot_id = ? and demand_id = ?", lot, demand);
  }

  static int count(String sql, String... ids) {
    try (Connection connection = connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < ids.length; i++) {
        statement.setLong(i + 1, Id.parse(ids[i]).value());
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void forget(String lot, String demand) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement statement =
            connection.prepareStatement(
                "delete from matching_standing where lot_id = ? and demand_id = ?")) {
      statement.setLong(1, Id.parse(lot).value());
      statement.setLong(2, Id.parse(demand).value());
      statement.executeUpdate();
    }
  }

  /// Writes that a lot waits to be matched, as its change would.
  static Id unmatch(Connection connection, String lot, Instant putAt, Instant dueAt)
      throws SQLException {
    Id round = Id.next();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into search_unmatched (kind, id, round_id, put_at, due_at)"
                + " values ('lot', ?, ?, ?, ?)")) {
      statement.setLong(1, Id.parse(lot).value());
      statement.setLong(2, round.value());
      statement.setString(3, textOf(putAt));
      statement.setString(4, textOf(dueAt));
      statement.executeUpdate();
    }
    return round;
  }

  static Connection connection() throws SQLException {
    var database = TestExchange.get().database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  LocalDate lastDay() {
    return from.plusDays(DAYS_APART / 2);
  }

  static Instant now() {
    return Instant.now(TestExchange.get().bean(Clock.class));
  }

  static LocalDate today() {
    return LocalCalendar.dayOf(now());
  }

  private static String textOf(Instant instant) {
    return instant.toString().replace('T', ' ').replace("Z", "");
  }
}
