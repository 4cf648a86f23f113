package cn.wufei.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Statements line by line, and as files.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementIT {

  @Test
  void each_line_says_what_the_account_held_after_it() {
    Trade trade = yard();
    String account = AccountIT.account(trade, "on-hand", 2024);

    List<JsonNode> lines = lines(trade.seller(), "/ledger/accounts/" + account + "/statement?");

    List<Ledgers.Change> changes = Ledgers.changesOf(account);
    assertThat(lines).hasSize(changes.size());
    long held = 0;
    for (int i = 0; i < changes.size(); i++) {
      Ledgers.Change change = changes.get(i);
      JsonNode line = lines.get(changes.size() - 1 - i);
      held += change.change();
      assertThat(line.get("number").asLong()).isEqualTo(change.posting());
      assertThat(line.get("change").asLong()).isEqualTo(change.change());
      assertThat(line.get("held").asLong()).isEqualTo(held);
      assertThat(line.get("occurredOn").asText()).isEqualTo(change.occurredOn().toString());
      assertThat(line.get("recordedAt").asText()).isEqualTo(change.recordedAt().toString());
      assertThat(line.get("mayProve").asBoolean()).isTrue();
    }
  }

  @Test
  void a_period_shows_what_happened_in_it_and_both_its_days_count() {
    Trade trade = yard();
    String account = AccountIT.account(trade, "on-hand", 2024);

    List<JsonNode> lines =
        lines(
            trade.seller(),
            "/ledger/accounts/" + account + "/statement?from=2024-02-01&to=2024-03-10&");

    assertThat(lines.stream().map(line -> line.get("occurredOn").asText()))
        .containsExactly("2024-03-10", "2024-02-01", "2024-03-10");
  }

  @Test
  void an_organisation_reads_all_its_accounts_as_one_statement() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    Http.Answer agreement = trade.agree(60_000);
    Http.Answer load = trade.dispatch(agreement.text("id"), 32_000);
    trade.receive(load, trade.receipt(31_900, 900)).expect(200);
    String today = "/ledger/statement?from=" + trade.today().minusDays(1) + "&to=" + trade.today();

    List<JsonNode> seller = lines(trade.seller(), today + "&");
    List<JsonNode> buyer = lines(trade.buyer(), today + "&");
    List<JsonNode> asked =
        lines(
            Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)),
            today + "&organisationId=" + trade.producer().id() + "&");

    assertThat(kinds(seller))
        .containsExactly(
            "load-received fulfilled reserved",
            "load-received in-transit difference",
            "load-received in-transit on-hand",
            "load-received in-transit heap",
            "load-dispatched reserved fulfilled",
            "load-dispatched on-hand in-transit",
            "agreement-reserved available reserved",
            "lot-published issued available",
            "generation generated on-hand");
    assertThat(kinds(buyer)).containsExactly("load-received in-transit heap");
    assertThat(buyer.getFirst().at("/to/after").asLong()).isEqualTo(31_000);
    assertThat(buyer.getFirst().get("from").has("after")).isFalse();
    assertThat(buyer.getFirst().get("from").has("accountId")).isFalse();
    assertThat(buyer.getFirst().get("subjectNumber").asText()).isEqualTo(load.text("number"));
    assertThat(numbers(asked)).isEqualTo(numbers(seller));
    assertThat(lines(Http.as(Fixtures.receiver().reader()), "/ledger/statement?")).isEmpty();
  }

  @Test
  void a_partner_reads_the_load_but_not_the_yard_behind_it() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    Http.Answer load = trade.dispatch(trade.agree(60_000).text("id"), 32_000);
    String transit =
        trade.seller().get("/ledger/accounts?subjectId=" + load.text("id")).text("items/0/id");

    JsonNode line = lines(trade.buyer(), "/ledger/accounts/" + transit + "/statement?").getFirst();

    assertThat(line.get("held").asLong()).isEqualTo(32_000);
    assertThat(line.at("/from/kind").asText()).isEqualTo("on-hand");
    assertThat(line.get("from").has("after")).isFalse();
    assertThat(line.get("mayProve").asBoolean()).isFalse();
  }

  @Test
  void a_file_has_all_lines_from_the_oldest_on() {
    Trade trade = yard();
    String account = AccountIT.account(trade, "on-hand", 2024);
    String path = "/ledger/accounts/" + account + "/statement";

    Http.Answer named = trade.seller().get(path + "?format=csv&limit=2").expect(200);
    Http.Answer accepted = trade.seller().with("Accept", "text/csv").get(path).expect(200);

    assertThat(named.header("Content-Type")).startsWith("text/csv");
    assertThat(named.header("Content-Disposition")).contains("account-" + account + ".csv");
    assertThat(accepted.body()).isEqualTo(named.body());
    List<String> rows = named.body().lines().toList();
    assertThat(rows.getFirst()).startsWith("\uFEFFposting,block,recordedAt,occurredOn,kind,");
    List<Ledgers.Change> changes = Ledgers.changesOf(account);
    assertThat(rows).hasSize(changes.size() + 1);
    long held = 0;
    for (int i = 0; i < changes.size(); i++) {
      held += changes.get(i).change();
      assertThat(rows.get(i + 1))
          .startsWith(changes.get(i).posting() + ",")
          .endsWith("," + changes.get(i).change() + "," + held);
    }
  }

  @Test
  void a_file_that_would_be_too_long_is_refused_before_it_begins() {
    Trade trade = yard();
    String path =
        "/ledger/accounts/" + AccountIT.account(trade, "on-hand", 2024) + "/statement?format=csv";
    try (TestExchange strict =
        TestExchange.get().anotherInstance(Map.of("wufei.ledger.file-lines-max", 4))) {
      Http seller =
          Http.anonymous(strict)
              .with("Authorization", "Bearer " + trade.producer().trader().accessToken());

      Http.Answer refused = seller.get(path);

      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("export-too-large");
      assertThat(refused.number("facts/linesMax")).isEqualTo(4);
      assertThat(seller.get(path + "&from=2024-03-01").expect(200).body().lines()).hasSize(4);
    }
  }

  private static Trade yard() {
    Trade trade = Trade.begin();
    AccountIT.enter(trade, "generation", 9_000, "2024-03-10");
    AccountIT.enter(trade, "own-use", 2_500, "2024-03-31");
    AccountIT.enter(trade, "generation", 4_000, "2024-01-15");
    AccountIT.enter(trade, "own-use", 1_000, "2024-02-01");
    AccountIT.enter(trade, "own-disposal", 700, "2024-03-10");
    return trade;
  }

  /// All lines, two at a time.
  private static List<JsonNode> lines(Http reader, String path) {
    List<JsonNode> lines = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Http.Answer page = reader.get(path + "limit=2" + cursor).expect(200);
      page.json().get("items").forEach(lines::add);
      cursor = page.json().has("next") ? "&cursor=" + page.text("next") : null;
    }
    return lines;
  }

  private static List<String> kinds(List<JsonNode> lines) {
    return lines.stream()
        .map(line ->
            "%s %s %s"
                .formatted(
                    line.get("kind").asText(),
                    line.at("/from/kind").asText(),
                    line.at("/to/kind").asText()))
        .toList();
  }

  private static List<Long> numbers(List<JsonNode> lines) {
    return lines.stream().map(line -> line.get("number").asLong()).toList();
  }
}
