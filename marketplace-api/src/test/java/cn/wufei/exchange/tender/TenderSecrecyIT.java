package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.tender.Tendering.as;
import static cn.wufei.exchange.tender.Tendering.pass;
import static cn.wufei.exchange.tender.Tendering.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.local.DatabaseServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Who sees what when. Prices are such that nothing else in the database looks like them.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderSecrecyIT {

  private final Tendering tendering = Tendering.begin();
  private final TestOrganisation second = Fixtures.receiver();
  private final TestOrganisation third = Fixtures.receiver();
  private final TestOrganisation stranger = Fixtures.receiver();

  @Test
  void before_the_opening_a_price_is_nowhere() throws SQLException {
    String tender = tendering.invitedWithDeposit();
    tendering.confirmed(second, tender);
    tendering.confirmed(third, tender);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    Tendering.Envelope bid = sealed(second, tender, "73419.86");
    Tendering.Envelope other = sealed(third, tender, "73420.53");
    Tendering.Envelope replaced = Tendering.Envelope.of(third, tender, "73422.18");
    as(third).ifMatch(1).put(other.path(), replaced.bid()).expect(200);
    assertProblem(bid.open(), 409, "not-opening");
    pass(tender, Tendering.OPEN);
    Tendering.timers().run();
    assertProblem(
        as(second)
            .post(
                bid.path() + "/opening",
                body("priceYuanPerT", new BigDecimal("73419.87"), "nonce", bid.nonce())),
        422,
        "commitment-mismatch");
    root.detachAppender(log);

    for (Tendering.Envelope each : List.of(bid, other, replaced)) {
      assertThat(tablesWith(each.price())).isEmpty();
      assertThat(tablesWith(each.nonce())).isEmpty();
      assertThat(log.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .noneMatch(line -> line.contains(each.price()) || line.contains(each.nonce()));
    }
    assertThat(tablesWith(bid.commitment())).as("what is sealed is there").contains("tender_bid");
    for (Http who : everybody()) {
      assertThat(allThatIsTold(who, tender)).doesNotContain("73419.86", bid.nonce());
    }

    bid.open().expect(200);

    assertThat(tablesWith("73419.86")).as("the search finds what is there").contains("tender_bid");
    pass(tender, Tendering.OPENING);
    assertThat(allThatIsTold(tendering.seller(), tender)).contains("73419.86", bid.nonce());
  }

  @Test
  void before_the_closing_nobody_knows_who_bids() {
    String tender = tendering.invited();
    Tendering.Envelope bid = sealed(second, tender, "5");
    Tendering.Envelope gone = sealed(third, tender, "6");
    as(third).ifMatch(1).delete(gone.path()).expect(200);

    for (Http who :
        List.of(
            tendering.seller(),
            as(stranger),
            Http.as(Fixtures.operator()),
            Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)))) {
      assertThat(allThatIsTold(who, tender))
          .doesNotContain(
              bid.commitment(),
              gone.commitment(),
              second.id().toString(),
              third.id().toString(),
              second.name(),
              third.name());
      assertThat(who.get("/tenders/" + tender).json().has("bids")).isFalse();
    }
    JsonNode own = as(second).get("/tenders/" + tender).expect(200).json();
    assertThat(own.at("/ownBid/commitment").asText()).isEqualTo(bid.commitment());
    assertThat(own.has("bids")).isFalse();
    assertThat(as(third).get(gone.path()).text("status")).isEqualTo("withdrawn");
    assertThat(as(stranger).get(bid.path()).status()).isEqualTo(404);
  }

  @Test
  void from_the_closing_on_those_who_take_part_see_the_bids_and_strangers_do_not() {
    String tender = tendering.invited();
    Map<String, Object> words = Tendering.Envelope.of(second, tender, "5").bid();
    Tendering.Envelope bid = Tendering.Envelope.of(second, tender, "5.00");
    words.put("commitment", bid.commitment());
    words.put("message", "可自提");
    as(second).post(bid.path(), words).expect(201);
    sealed(third, tender, "6");
    Tendering.Envelope gone = sealed(stranger, tender, "7");
    as(stranger).ifMatch(1).delete(gone.path()).expect(200);
    pass(tender, Tendering.OPEN);
    bid.open().expect(200);

    for (Http who :
        List.of(
            tendering.seller(),
            as(second),
            as(third),
            Http.as(Fixtures.operator()),
            Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)))) {
      JsonNode bids = who.get("/tenders/" + tender).expect(200).json().at("/bids");
      assertThat(bids).hasSize(2);
      assertThat(bids.at("/0/bidder/id").asText()).isEqualTo(second.id().toString());
      assertThat(bids.at("/0/status").asText()).isEqualTo("opened");
      assertThat(bids.at("/1/status").asText()).isEqualTo("sealed");
      assertThat(bids.at("/1").has("priceYuanPerT")).isFalse();
      assertThat(bids.at("/0").has("rank")).as("while others can open").isFalse();
      assertProblem(who.get("/tenders/" + tender + "/record"), 409, "not-opened-yet");
    }
    assertThat(tendering.now(tender).json().at("/bids/0/message").asText()).isEqualTo("可自提");
    assertThat(as(third).get("/tenders/" + tender).json().at("/bids/0").has("message")).isFalse();
    for (Http who : List.of(as(stranger), Http.as(Fixtures.producer().trader()))) {
      JsonNode seen = who.get("/tenders/" + tender).expect(200).json();
      assertThat(seen.has("bids")).isFalse();
      assertThat(seen.at("/status").asText()).isEqualTo("opening");
      assertThat(who.get("/tenders/" + tender + "/record").status()).isEqualTo(404);
      assertThat(who.get("/tenders/" + tender + "/record.csv").status()).isEqualTo(404);
    }
  }

  @Test
  void while_the_opening_goes_on_nobody_reads_the_price_of_another() {
    Map<String, Object> draft = tendering.draft();
    draft.put("minimumPriceYuanPerT", 6);
    String tender = tendering.invite(draft).text("id");
    Tendering.Envelope below = sealed(second, tender, "5.01");
    sealed(third, tender, "6");
    pass(tender, Tendering.OPEN);
    assertThat(below.open().expect(200).text("status")).isEqualTo("below-minimum");

    String path = "/tenders/" + tender;
    for (Http who :
        List.of(tendering.seller(), as(third), Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)))) {
      Http.Answer seen = who.get(path).expect(200);
      assertThat(seen.text("bids/0/status"))
          .as("nor on which side of the least")
          .isEqualTo("opened");
      assertThat(seen.json().at("/bids/0/counts").asBoolean()).isTrue();
      assertThat(seen.body()).doesNotContain("5.01", below.nonce());
    }
    assertThat(actsRead(second)).as("by an authority").doesNotContain("bid-sealed", "bid-opened");
    JsonNode own = as(second).get(path).expect(200).json().at("/bids/0");
    assertThat(own.at("/nonce").asText()).isEqualTo(below.nonce());
    assertThat(own.at("/status").asText()).isEqualTo("below-minimum");

    pass(tender, Tendering.OPENING);
    for (Http who : List.of(tendering.seller(), as(third))) {
      JsonNode told = who.get(path).expect(200).json();
      assertThat(told.at("/status").asText()).isEqualTo("failed");
      assertThat(told.at("/bids/0/priceYuanPerT").decimalValue()).isEqualByComparingTo("5.01");
      assertThat(told.at("/bids/0/notCounted").asText()).isEqualTo("below-minimum");
    }
    assertThat(actsRead(second)).contains("bid-sealed", "bid-opened");
  }

  /// What an authority reads of an organisation's acts.
  private static List<String> actsRead(TestOrganisation organisation) {
    return Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
        .get("/audit/records?organisationId=" + organisation.id())
        .expect(200)
        .json()
        .findValuesAsText("action");
  }

  @Test
  void whoever_has_the_record_works_out_each_commitment_and_the_award() {
    String tender = tendering.invited();
    Tendering.Envelope high = sealed(second, tender, "12.30");
    Tendering.Envelope low = sealed(third, tender, "-4");
    pass(tender, Tendering.OPEN);
    low.open().expect(200);
    high.open().expect(200);
    String agreement = tendering.award(tender).expect(200).text("agreementId");

    for (Http who :
        List.of(
            tendering.seller(),
            as(second),
            as(third),
            Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)))) {
      JsonNode record = who.get("/tenders/" + tender + "/record").expect(200).json();
      for (JsonNode bid : record.at("/bids")) {
        assertThat(
                Commitment.of(
                    Id.parse(record.at("/tenderId").asText()),
                    Id.parse(bid.at("/bidder/id").asText()),
                    bid.at("/priceYuanPerT").decimalValue(),
                    bid.at("/nonce").asText()))
            .isEqualTo(bid.at("/commitment").asText());
        assertThat(bid.at("/counts").asBoolean()).isTrue();
      }
      assertThat(record.at("/award/bidId").asText()).isEqualTo(record.at("/bids/0/id").asText());
      String csv = who.get("/tenders/" + tender + "/record.csv?language=en").expect(200).body();
      assertThat(csv.lines()).hasSize(3);
      assertThat(csv).contains("Commitment", high.commitment(), low.nonce(), "12.30", "-4.00");
    }
    assertThat(as(third).get("/tenders/" + tender).json().has("agreementId")).isFalse();
    assertThat(as(second).get("/tenders/" + tender).text("agreementId")).isEqualTo(agreement);
    assertThat(as(third).get("/agreements/" + agreement).status()).isEqualTo(404);
    JsonNode outside = as(stranger).get("/tenders/" + tender).expect(200).json();
    assertThat(outside.at("/status").asText()).isEqualTo("awarded");
    assertThat(outside.has("winner")).isFalse();
    assertThat(outside.has("agreementId")).isFalse();
  }

  @Test
  void a_copied_commitment_cannot_be_opened_by_who_copied_it() {
    String tender = tendering.invited();
    Tendering.Envelope bid = sealed(second, tender, "5");
    as(third)
        .post(
            bid.path(),
            body("commitment", bid.commitment(), "buyerSiteId", third.siteId().toString()))
        .expect(201);
    pass(tender, Tendering.OPEN);
    bid.open().expect(200);

    assertProblem(
        as(third).post(bid.path() + "/opening", bid.opening()), 422, "commitment-mismatch");
  }

  private List<Http> everybody() {
    return List.of(
        tendering.seller(),
        as(second),
        as(third),
        as(stranger),
        Http.as(Fixtures.operator()),
        Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)),
        Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)));
  }

  private static String allThatIsTold(Http who, String tender) {
    StringBuilder told = new StringBuilder();
    for (String path :
        List.of(
            "/tenders/" + tender,
            "/tenders/" + tender + "/bid",
            "/tenders/" + tender + "/deposits",
            "/tenders/" + tender + "/record",
            "/tenders/" + tender + "/record.csv",
            "/tenders?mine=bidding",
            "/tenders?mine=selling",
            "/notices",
            "/work",
            "/offers",
            "/agreements")) {
      told.append(who.get(path).body()).append('\n');
    }
    return told.toString();
  }

  /// The tables of which a row has that text in any column.
  private static List<String> tablesWith(String text) throws SQLException {
    DatabaseServer database = TestExchange.get().database();
    List<String> found = new ArrayList<>();
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      for (Map.Entry<String, String> table : conditions(connection).entrySet()) {
        try (PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from `" + table.getKey() + "` where " + table.getValue())) {
          for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
            statement.setString(i, text);
          }
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getLong(1) > 0) {
              found.add(table.getKey());
            }
          }
        }
      }
    }
    return found;
  }

  private static Map<String, String> conditions(Connection connection) throws SQLException {
    Map<String, String> conditions = new java.util.TreeMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select c.table_name, c.column_name from information_schema.columns c join"
                    + " information_schema.tables t on t.table_schema = c.table_schema and"
                    + " t.table_name = c.table_name where c.table_schema = database() and"
                    + " t.table_type = 'BASE TABLE'");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        conditions.merge(
            row.getString(1),
            "instr(cast(`" + row.getString(2) + "` as binary), cast(? as binary)) > 0",
            (one, other) -> one + " or " + other);
      }
    }
    return conditions;
  }
}
