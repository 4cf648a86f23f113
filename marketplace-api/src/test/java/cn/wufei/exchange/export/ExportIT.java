package cn.wufei.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What the two parties of a trade take home, through the API.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportIT {

  private static final List<Flow> FLOWS =
      List.of(new Flow("debit", "in", "cameIn"), new Flow("credit", "out", "wentOut"));
  private static final List<String> UNITS = List.of("CommitmentKg", "MassKg", "Money");

  private final Accounts accounts = Accounts.at(-10);
  private final Trade trade = accounts.trade();
  private final TestOrganisation producer = trade.producer();
  private final TestOrganisation receiver = trade.receiver();

  @Test
  void each_party_takes_home_its_own_and_what_both_see_and_nothing_that_only_the_other_does() {
    tradeForAMonth();
    List<String> producersOwn = secretsOfTheProducer();
    List<String> receiversOwn = secretsOfTheReceiver();
    trade.seller().post(offerPath() + "/messages", Trade.body("text", "卖方消息")).expect(201);
    trade.buyer().post(offerPath() + "/messages", Trade.body("text", "买方消息")).expect(201);

    TakenHome producers = TakenHome.by(producer.admin(), "zh");
    TakenHome receivers = TakenHome.by(receiver.admin(), "zh");

    assertThat(producersOwn).allSatisfy(secret -> assertThat(producers.all()).contains(secret));
    assertThat(producersOwn)
        .allSatisfy(secret -> assertThat(receivers.all()).doesNotContain(secret));
    assertThat(receiversOwn).allSatisfy(secret -> assertThat(receivers.all()).contains(secret));
    assertThat(receiversOwn)
        .allSatisfy(secret -> assertThat(producers.all()).doesNotContain(secret));
    for (String shared :
        List.of("loads", "agreements", "offers", "statements", "statement-lines", "payments")) {
      assertThat(producers.rows(shared)).as(shared).isNotEmpty().isEqualTo(receivers.rows(shared));
    }
    assertThat(producers.column("offer-messages", "text")).containsOnly("卖方消息", "买方消息");
    assertThat(receivers.column("offer-messages", "text")).containsOnly("卖方消息", "买方消息");
    assertThat(sendersByText(producers))
        .isEqualTo(Map.of("卖方消息", nameOf(producer.trader()), "买方消息", ""));
    assertThat(sendersByText(receivers))
        .isEqualTo(Map.of("卖方消息", "", "买方消息", nameOf(receiver.trader())));
    assertThat(producers.all()).doesNotContainPattern(nameOf(receiver.trader()) + "\\b");
    assertThat(receivers.all()).doesNotContainPattern(nameOf(producer.trader()) + "\\b");
    assertThat(producers.column("heaps", "onHandKg")).isEmpty();
    assertThat(receivers.column("streams", "onHandKg")).isEmpty();
    assertThat(receivers.column("members", "login"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(producers.column("members", "login"));
    assertThat(receivers.all()).doesNotContain("$argon2", "passwordHash");
  }

  @Test
  void what_the_books_hold_is_the_sum_of_what_was_taken_home_account_by_account() {
    tradeForAMonth();

    for (TestOrganisation party : List.of(producer, receiver)) {
      TakenHome home = TakenHome.by(party.admin(), "en");

      assertThat(home.column("ledger-postings", "number"))
          .containsExactlyElementsOf(statement(party));
      assertThat(heldByPostings(home)).isNotEmpty().isEqualTo(heldByAccounts(home));
      for (String unit : UNITS) {
        for (Flow flow : FLOWS) {
          BigDecimal total = Totals.of(party.id(), unit, flow.side());
          assertThat(total.signum() > 0)
              .as("%s %s: only who sells promises", unit, flow)
              .isEqualTo(party == producer || !unit.equals("CommitmentKg"));
          assertThat(total)
              .as("%s %s", unit, flow)
              .isEqualByComparingTo(home.sum("ledger-postings", flow.ofPostings() + unit))
              .isEqualByComparingTo(home.sum("ledger-accounts", flow.ofAccounts() + unit))
              .isEqualByComparingTo(home.checkedSum("ledger-postings", flow.ofPostings() + unit));
        }
      }
      assertThat(home.manifest().at("/checks")).hasSize(11);
      assertThat(home.manifest().at("/checks").findValues("equal"))
          .allMatch(JsonNode::booleanValue);
    }
    TakenHome producers = TakenHome.by(producer.admin(), "en");
    TakenHome receivers = TakenHome.by(receiver.admin(), "en");
    long onHandKg = trade.seller().get("/streams/" + trade.streamId()).number("balance/onHandKg");
    assertThat(producers.column("streams", "onHandKg")).containsExactly(Long.toString(onHandKg));
    assertThat(heldOfKind(producers, "on-hand")).isEqualTo(onHandKg);
    assertThat(heldOfKind(receivers, "heap"))
        .isEqualTo(receivers.sum("heaps", "onHandKg").longValueExact());
    assertThat(producers.sum("statement-lines", "amount"))
        .isEqualByComparingTo("-400.00")
        .isEqualByComparingTo(producers.sum("statements", "goods"));
  }

  @Test
  void the_manifest_says_what_is_in_the_archive_and_at_which_block_it_was_taken() {
    tradeForAMonth();

    TakenHome home = TakenHome.by(producer.admin(), "zh");

    JsonNode manifest = home.manifest();
    assertThat(manifest.at("/organisation/name").asText()).isEqualTo(producer.name());
    assertThat(manifest.at("/organisation/uscc").asText()).isEqualTo(producer.uscc());
    assertThat(manifest.at("/exportedAt").asText()).endsWith("+08:00");
    assertThat(manifest.at("/ledger/number").asLong()).isPositive();
    assertThat(manifest.at("/ledger/sha256").asText()).hasSize(64);
    assertThat(manifest.at("/files")).hasSize(home.files().size() - 2);
    for (JsonNode file : manifest.at("/files")) {
      String name = file.at("/file").asText();
      assertThat(file.at("/sha256").asText()).as(name).isEqualTo(sha256(home.file(name)));
      assertThat(file.at("/bytes").asInt()).as(name).isEqualTo(home.file(name).length);
      assertThat(file.at("/rows").asInt())
          .as(name)
          .isEqualTo(home.rows(file.at("/table").asText()).size());
      file.at("/sums")
          .properties()
          .forEach(sum ->
              assertThat(sum.getValue().decimalValue())
                  .as(name)
                  .isEqualByComparingTo(home.sum(file.at("/table").asText(), sum.getKey())));
    }
    assertThat(home.text("README.txt")).contains("相等 / equal").doesNotContain("NOT EQUAL");
    assertThat(home.text("loads.csv")).contains("发货净重(kg)");
    assertThat(TakenHome.by(producer.admin(), "en").text("loads.csv")).contains("Origin: net (kg)");
  }

  @Test
  void sums_that_do_not_agree_are_said_not_to() {
    try (TestExchange other =
        TestExchange.get().anotherInstance(Map.of(UnequalTable.PROPERTY, true))) {
      TakenHome home = other.call(() -> TakenHome.by(producer.admin(), "en"));

      JsonNode check = home.manifest().at("/checks/0");
      assertThat(check.at("/file").asText()).isEqualTo("unequal.csv");
      assertThat(check.at("/sum").asInt()).isEqualTo(3);
      assertThat(check.at("/otherSum").asInt()).isEqualTo(4);
      assertThat(check.at("/equal").asBoolean()).isFalse();
      assertThat(home.text("README.txt")).containsOnlyOnce("NOT EQUAL");
    }
  }

  @Test
  void the_page_is_told_the_tables_and_columns_that_the_archive_has() {
    JsonNode tables = Http.as(producer.admin()).get("/export/tables").expect(200).json();

    TakenHome home = TakenHome.by(producer.admin(), "zh");

    List<String> files = new ArrayList<>();
    for (JsonNode table : tables.at("/items")) {
      String file = table.at("/key").asText() + ".csv";
      files.add(file);
      assertThat(home.fileInManifest(file).at("/columns").findValuesAsText("heading"))
          .as(file)
          .isEqualTo(table.at("/columns").findValuesAsText("headingZh"));
    }
    files.addAll(List.of("manifest.json", "README.txt"));
    assertThat(home.files().keySet()).containsExactlyElementsOf(files);
  }

  @Test
  void a_text_that_somebody_typed_is_never_a_formula_and_keeps_its_lines() {
    Map<String, Object> lot = trade.lot(1_000);
    lot.put("title", "=HYPERLINK(\"http://x\",\"渣\")");
    lot.put("description", "第一行, \"引号\"\n-第二行");
    trade.seller().post("/lots", lot).expect(201);

    TakenHome home = TakenHome.by(producer.admin(), "zh");

    assertThat(home.column("lots", "title")).contains("'=HYPERLINK(\"http://x\",\"渣\")");
    assertThat(home.column("lots", "description")).contains("第一行, \"引号\"\n'-第二行");
    assertThat(home.column("lots", "priceYuanPerT")).containsOnly("-12.50");
  }

  @Test
  void who_takes_what_home_is_recorded() {
    HttpResponse<byte[]> first = Http.as(producer.admin()).download("/export?language=zh");

    List<Map<String, String>> acts =
        TakenHome.by(producer.admin(), "zh").rows("audit-records").stream()
            .filter(act -> act.containsValue("data-exported"))
            .toList();

    assertThat(acts).hasSize(1);
    assertThat(acts.getFirst().get("facts"))
        .contains("\"sha256\":\"" + sha256(first.body()) + "\"", "\"language\":\"zh\"");
    assertThat(acts.getFirst().get("memberId"))
        .isEqualTo(Http.as(producer.admin()).get("/me").text("memberId"));
    assertThat(first.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(first.headers().firstValue("Content-Disposition").orElse(""))
        .matches("attachment; filename=\"wufei-export-\\d{8}\\.zip\".*");
  }

  @Test
  void only_an_administrator_takes_anything_home_and_only_in_a_language_that_there_is() {
    for (var member : List.of(producer.trader(), producer.gate(), producer.reader())) {
      assertThat(Http.as(member).get("/export?language=zh").status()).isEqualTo(403);
    }
    assertThat(Http.as(Fixtures.operator()).get("/export?language=zh").status()).isEqualTo(403);
    assertThat(Http.as(producer.admin()).get("/export?language=fr").status()).isEqualTo(400);
    assertThat(Http.as(producer.admin()).get("/export").status()).isEqualTo(400);
  }

  /// Two loads that arrived, one of them short; a statement that both agreed to and that is paid.
  private void tradeForAMonth() {
    accounts.deliver(25_000);
    Http.Answer load = trade.dispatch(accounts.agreementId(), 15_200);
    trade.receive(load, trade.receipt(15_000, 0)).expect(200);
    accounts.stated();
    Map<String, Object> payment = accounts.payment(10_000);
    payment.put("payeeId", receiver.id().toString());
    Http.Answer paid = accounts.seller().post("/payments", payment).expect(201);
    accounts
        .buyer()
        .ifMatch(paid.number("version"))
        .post("/payments/" + paid.text("id") + "/confirmation")
        .expect(200);
    trade.buyer().post("/use-reports", trade.useReport(accounts.month(), 20_000)).expect(201);
  }

  private String offerPath() {
    return "/offers/" + trade.agreement(accounts.agreementId()).text("offerId");
  }

  private List<String> secretsOfTheProducer() {
    String stream = "/streams/" + trade.streamId();
    trade
        .seller()
        .post(
            stream + "/entries",
            Trade.body(
                "kind",
                "own-use",
                "quantityKg",
                1_000,
                "occurredOn",
                trade.today().toString(),
                "note",
                "自用机密"))
        .expect(201);
    trade
        .seller()
        .post(
            stream + "/stock-takes",
            Trade.body(
                "occurredOn",
                trade.today().toString(),
                "method",
                "survey",
                "countedKg",
                250_000,
                "note",
                "盘存机密"))
        .expect(201);
    trade
        .seller()
        .post(
            stream + "/quality-reports",
            Trade.body(
                "laboratory",
                "检测机密",
                "reportNumber",
                "R-1",
                "sampledOn",
                trade.today().minusDays(10).toString(),
                "reportedOn",
                trade.today().minusDays(2).toString(),
                "shared",
                false,
                "values",
                List.of(Trade.body("parameter", "moisture", "min", 8, "max", 9, "basis", "wet"))))
        .expect(201);
    Map<String, Object> lot = trade.lot(2_000);
    lot.put("title", "挂牌机密");
    trade.seller().post("/lots", lot).expect(201);
    return List.of("自用机密", "盘存机密", "检测机密", "挂牌机密");
  }

  private List<String> secretsOfTheReceiver() {
    Map<String, Object> demand = trade.demand(2_000);
    demand.put("title", "需求机密");
    trade.buyer().post("/demands", demand).expect(201);
    Http.as(receiver.admin())
        .post(
            "/sites",
            Trade.body(
                "name",
                "仓库",
                "adcode",
                "370300",
                "latitude",
                36.6,
                "longitude",
                117.1,
                "address",
                "地址机密"))
        .expect(201);
    return List.of("需求机密", "地址机密");
  }

  /// What goes in one direction.
  ///
  /// @param side of the postings in the database
  /// @param ofPostings how the columns of the postings begin
  /// @param ofAccounts how those of the accounts do
  private record Flow(String side, String ofPostings, String ofAccounts) {}

  private static Map<String, String> sendersByText(TakenHome home) {
    return home.rows("offer-messages").stream()
        .collect(
            Collectors.toMap(
                row -> Objects.requireNonNull(row.get("text")),
                row -> Objects.requireNonNull(row.get("sender"))));
  }

  private static String nameOf(TestMember member) {
    return Http.as(member).get("/me").expect(200).text("name");
  }

  private static Map<String, BigDecimal> heldByAccounts(TakenHome home) {
    Map<String, BigDecimal> held = new HashMap<>();
    for (Map<String, String> account : home.rows("ledger-accounts")) {
      held.put(
          Objects.requireNonNull(account.get("id")),
          UNITS.stream()
              .map(unit -> TakenHome.number(Objects.requireNonNull(account.get("held" + unit))))
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .stripTrailingZeros());
    }
    return held;
  }

  /// What the postings add up to, of the accounts that they name.
  private static Map<String, BigDecimal> heldByPostings(TakenHome home) {
    Map<String, BigDecimal> held = new HashMap<>();
    for (Map<String, String> posting : home.rows("ledger-postings")) {
      BigDecimal amount =
          UNITS.stream()
              .map(unit -> TakenHome.number(Objects.requireNonNull(posting.get("amount" + unit))))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      held.merge(Objects.requireNonNull(posting.get("toAccountId")), amount, BigDecimal::add);
      held.merge(
          Objects.requireNonNull(posting.get("fromAccountId")), amount.negate(), BigDecimal::add);
    }
    held.remove("");
    held.replaceAll((_, sum) -> sum.stripTrailingZeros());
    return held;
  }

  /// The numbers of all postings, as the organisation's statement has them.
  private static List<String> statement(TestOrganisation party) {
    return Http.as(party.admin())
        .get("/ledger/statement?format=csv")
        .expect(200)
        .body()
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  private static long heldOfKind(TakenHome home, String kind) {
    return home.rows("ledger-accounts").stream()
        .filter(account -> kind.equals(account.get("kind")))
        .mapToLong(account ->
            TakenHome.number(Objects.requireNonNull(account.get("heldMassKg"))).longValueExact())
        .sum();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
