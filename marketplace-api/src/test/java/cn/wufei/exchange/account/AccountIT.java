package cn.wufei.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.ledger.day.DayTotals;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Accounts, what they held when, and who may see them, on postings made through the API.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountIT {

  @Test
  void what_an_account_held_is_told_for_every_moment_and_every_day() {
    Trade trade = Trade.begin();
    enter(trade, "generation", 9_000, "2024-03-10");
    enter(trade, "own-use", 2_500, "2024-03-31");
    enter(trade, "generation", 4_000, "2024-01-15");
    enter(trade, "own-use", 1_000, "2024-02-01");
    enter(trade, "own-disposal", 700, "2024-03-10");
    String account = account(trade, "on-hand", 2024);
    List<Ledgers.Change> changes = Ledgers.changesOf(account);
    assertThat(changes).hasSize(5);

    assertHistory(trade, account, changes);
    DayTotals.bringForward();
    assertHistory(trade, account, changes);
    enter(trade, "generation", 333, "2024-03-11");
    assertHistory(trade, account, Ledgers.changesOf(account));
  }

  @Test
  void what_was_known_then_does_not_change_with_what_is_recorded_later_about_earlier_days() {
    Trade trade = Trade.begin();
    enter(trade, "generation", 9_000, "2024-03-10");
    String account = account(trade, "on-hand", 2024);
    Instant before = Ledgers.changesOf(account).getLast().recordedAt();

    enter(trade, "generation", 4_000, "2024-01-15");

    DayTotals.bringForward();
    assertThat(held(trade, account, "on=2024-02-01")).isEqualTo(4_000);
    assertThat(held(trade, account, "on=2024-02-01&asOf=" + before)).isZero();
    assertThat(held(trade, account, "on=2024-03-10&asOf=" + before)).isEqualTo(9_000);
    assertThat(held(trade, account, "asOf=" + before)).isEqualTo(9_000);
    assertThat(held(trade, account, "")).isEqualTo(13_000);
  }

  @Test
  void the_course_of_an_account_names_the_days_on_which_something_moved() {
    Trade trade = Trade.begin();
    enter(trade, "generation", 9_000, "2024-03-10");
    enter(trade, "own-use", 2_500, "2024-03-12");
    enter(trade, "generation", 4_000, "2024-01-15");
    String account = account(trade, "on-hand", 2024);

    Http.Answer course =
        trade
            .seller()
            .get("/ledger/accounts/" + account + "/days?from=2024-02-01&to=2024-03-31")
            .expect(200);

    assertThat(course.number("opening")).isEqualTo(4_000);
    assertThat(course.json().at("/days").toString())
        .isEqualTo(
            "[{\"on\":\"2024-03-10\",\"cameIn\":9000,\"wentOut\":0,\"held\":13000},"
                + "{\"on\":\"2024-03-12\",\"cameIn\":0,\"wentOut\":2500,\"held\":10500}]");
  }

  @Test
  void an_organisation_finds_its_own_accounts_and_nobody_elses() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    Http.Answer agreement = trade.agree(60_000);
    Http.Answer load = trade.dispatch(agreement.text("id"), 32_000);
    String onHand = account(trade, "on-hand", trade.year());
    String transit =
        trade.seller().get("/ledger/accounts?subjectId=" + load.text("id")).text("items/0/id");
    Http stranger = Http.as(Fixtures.receiver().trader());
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY));

    Http.Answer seen = trade.buyer().get("/ledger/accounts/" + transit).expect(200);
    assertThat(seen.number("held")).isEqualTo(32_000);
    assertThat(seen.text("account/subjectNumber")).isEqualTo(load.text("number"));
    assertThat(
            trade
                .buyer()
                .get("/ledger/accounts?subjectId=" + load.text("id"))
                .expect(200)
                .json()
                .at("/items"))
        .hasSize(1);
    for (String path : List.of("", "/days", "/statement")) {
      trade.buyer().get("/ledger/accounts/" + onHand + path).expect(404);
      stranger.get("/ledger/accounts/" + transit + path).expect(404);
      stranger.get("/ledger/accounts/" + onHand + path).expect(404);
      auditor.get("/ledger/accounts/" + onHand + path).expect(200);
    }
    assertThat(owners(stranger.get("/ledger/accounts?streamId=" + trade.streamId()))).isEmpty();
    assertThat(owners(stranger.get("/ledger/accounts?subjectId=" + load.text("id")))).isEmpty();
    assertThat(
            owners(trade.buyer().get("/ledger/accounts?organisationId=" + trade.producer().id())))
        .isEmpty();
    assertThat(owners(auditor.get("/ledger/accounts?organisationId=" + trade.producer().id())))
        .containsOnly(trade.producer().id().toString());
  }

  @Test
  void the_kinds_add_up_what_their_accounts_hold() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    trade.agree(60_000);

    JsonNode kinds = trade.seller().get("/ledger/kinds").expect(200).json().get("items");

    assertThat(kinds.toString())
        .contains(
            "{\"unit\":\"mass-kg\",\"kind\":\"on-hand\",\"own\":true,\"accounts\":1,\"holding\":1,"
                + "\"held\":100000}",
            "{\"unit\":\"commitment-kg\",\"kind\":\"reserved\",\"own\":true,\"accounts\":1,\"holding\":1,"
                + "\"held\":60000}",
            "{\"unit\":\"commitment-kg\",\"kind\":\"available\",\"own\":true,\"accounts\":1,\"holding\":0,"
                + "\"held\":0}");
    JsonNode holding =
        trade
            .seller()
            .get("/ledger/accounts?unit=commitment-kg&kind=available&holding=true")
            .expect(200)
            .json()
            .get("items");
    assertThat(holding).isEmpty();
  }

  @Test
  void accounts_are_read_page_by_page() {
    Trade trade = Trade.begin();
    for (int year = 2020; year < 2025; year++) {
      enter(trade, "generation", 1_000 + year, year + "-05-01");
    }

    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      Http.Answer page =
          trade.seller().get("/ledger/accounts?limit=3&kind=on-hand" + cursor).expect(200);
      page.json().get("items").forEach(item -> found.add(item.get("generationYear").asText()));
      cursor = page.json().has("next") ? "&cursor=" + page.text("next") : null;
    } while (cursor != null);

    assertThat(found).containsExactly("2024", "2023", "2022", "2021", "2020");
  }

  @Test
  void a_plant_sees_which_loads_left_unrecorded_until_it_records_them() {
    Trade trade = Trade.begin();
    Http.Answer agreement = trade.agree(90_000);
    Http.Answer first = trade.dispatch(agreement.text("id"), 30_000);
    Http.Answer second = trade.dispatch(agreement.text("id"), 20_000);
    String path = "/streams/" + trade.streamId() + "/unreconciled";

    Http.Answer open = trade.seller().get(path).expect(200);
    assertThat(open.number("kg")).isEqualTo(50_000);
    assertThat(open.text("since")).isEqualTo(LocalDate.parse(dayOfDispatch(trade)).toString());
    assertThat(open.text("departures/0/subjectNumber")).isEqualTo(first.text("number"));
    assertThat(open.text("departures/1/subjectNumber")).isEqualTo(second.text("number"));

    trade.enter("generation", 35_000);
    Http.Answer less = trade.seller().get(path).expect(200);
    assertThat(less.number("kg")).isEqualTo(15_000);
    assertThat(less.json().at("/departures")).hasSize(1);
    assertThat(less.number("departures/0/kg")).isEqualTo(15_000);
    assertThat(less.text("departures/0/subjectId")).isEqualTo(second.text("id"));

    trade.enter("generation", 15_000);
    assertThat(trade.seller().get(path).expect(200).body())
        .isEqualTo("{\"kg\":0,\"departures\":[]}");
    trade.buyer().get(path).expect(404);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ?asOf=yesterday,                  400, invalid-request,        asOf
          ?on=01.02.2026,                   400, invalid-request,        on
          ?on=2026-02-30,                   422, day-not-in-calendar,    on
          ?asOf=2026-02-01T25:00:00Z,       422, moment-not-in-calendar, asOf
          /days?from=2026-02-30,            422, day-not-in-calendar,    from
          /days?from=2026-03-01&to=2026-02-01, 422, period-reversed,     to
          /days?from=2000-01-01&to=2026-02-01, 422, period-too-long,     to
          /statement?from=2026-03-01&to=2026-02-01, 422, period-reversed, to
          /statement?cursor=0,              400, invalid-request,        cursor
          /statement?format=xml,            400, invalid-request,        format
          /statement?limit=101,             400, invalid-request,        limit
          """)
  void what_cannot_be_read_is_refused_by_its_name(
      String path, int status, String code, String field) {
    Trade trade = Asked.TRADE;

    Http.Answer answer = trade.seller().get("/ledger/accounts/" + Asked.ACCOUNT + path);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.text("fields/0/path")).isEqualTo(field);
  }

  private static void assertHistory(Trade trade, String account, List<Ledgers.Change> changes) {
    List<Instant> moments = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    for (Ledgers.Change change : changes) {
      moments.add(change.recordedAt());
      moments.add(change.recordedAt().minus(1, ChronoUnit.MICROS));
      days.add(change.occurredOn());
      days.add(change.occurredOn().minusDays(1));
    }
    for (Instant moment : moments) {
      assertThat(held(trade, account, "asOf=" + moment))
          .as("as of " + moment)
          .isEqualTo(
              sum(
                  changes.stream()
                      .filter(change -> !change.recordedAt().isAfter(moment))
                      .mapToLong(Ledgers.Change::change)));
    }
    for (LocalDate day : days) {
      assertThat(held(trade, account, "on=" + day))
          .as("on " + day)
          .isEqualTo(
              sum(
                  changes.stream()
                      .filter(change -> !change.occurredOn().isAfter(day))
                      .mapToLong(Ledgers.Change::change)));
      for (Instant moment : moments) {
        assertThat(held(trade, account, "on=" + day + "&asOf=" + moment))
            .as("on " + day + " as of " + moment)
            .isEqualTo(
                sum(
                    changes.stream()
                        .filter(change -> !change.occurredOn().isAfter(day))
                        .filter(change -> !change.recordedAt().isAfter(moment))
                        .mapToLong(Ledgers.Change::change)));
      }
    }
  }

  private static long sum(LongStream changes) {
    return changes.sum();
  }

  private static long held(Trade trade, String account, String axes) {
    return trade
        .seller()
        .get("/ledger/accounts/" + account + "?" + axes)
        .expect(200)
        .number("held");
  }

  private static List<String> owners(Http.Answer list) {
    List<String> owners = new ArrayList<>();
    list.expect(200).json().get("items").forEach(item -> owners.add(item.at("/owner/id").asText()));
    return owners;
  }

  static String account(Trade trade, String kind, int year) {
    JsonNode items =
        trade
            .seller()
            .get("/ledger/accounts?kind=" + kind + "&streamId=" + trade.streamId())
            .expect(200)
            .json()
            .get("items");
    for (JsonNode item : items) {
      if (item.get("generationYear").asInt() == year) {
        return item.get("id").asText();
      }
    }
    throw new AssertionError("no account of " + kind + " " + year + " in " + items);
  }

  private static String dayOfDispatch(Trade trade) {
    return cn.wufei.exchange.kernel.LocalCalendar.dayOf(trade.dispatchedAt()).toString();
  }

  static void enter(Trade trade, String kind, long kg, String day) {
    trade
        .seller()
        .post(
            "/streams/" + trade.streamId() + "/entries",
            Map.of("kind", kind, "quantityKg", kg, "occurredOn", day))
        .expect(201);
  }

  private static final class Asked {

    private static final Trade TRADE = Trade.begin();
    private static final String ACCOUNT = opened();

    private static String opened() {
      TRADE.enter("generation", 100);
      return account(TRADE, "on-hand", TRADE.year());
    }
  }
}
