package cn.wufei.exchange.export;

import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.approval.Approving;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.deal.calloff.CallingOff;
import cn.wufei.exchange.deal.document.Paperwork;
import cn.wufei.exchange.sample.Sampling;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// A trade in which everything happens, so that no table stays empty.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryTableIT {

  private static final byte[] PDF = "%PDF-1.7 test".getBytes(StandardCharsets.ISO_8859_1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<Map<String, Object>> ADJUSTMENTS =
      List.of(
          body(
              "parameter",
              "moisture",
              "basis",
              "wet",
              "guaranteed",
              10,
              "bands",
              List.of(body("from", 10, "to", 20, "yuanPerTPerUnit", -2))));

  private final Accounts accounts = Accounts.at(50, "third-party", ADJUSTMENTS);
  private final Trade trade = accounts.trade();
  private final String stream = "/streams/" + trade.streamId();

  @Test
  void every_table_that_there_is_has_rows_of_one_of_the_two_who_did_everything() {
    produce();
    offer();
    tender();
    settle();

    TakenHome producers = TakenHome.by(trade.producer().admin(), "zh");
    TakenHome receivers = TakenHome.by(trade.receiver().admin(), "en");

    List<String> empty = new ArrayList<>();
    for (JsonNode file : producers.manifest().at("/files")) {
      String table = file.at("/table").asText();
      if (producers.rows(table).isEmpty() && receivers.rows(table).isEmpty()) {
        empty.add(table);
      }
    }
    assertThat(empty).isEmpty();
    for (TakenHome home : List.of(producers, receivers)) {
      assertThat(home.manifest().at("/checks").findValues("equal"))
          .allMatch(JsonNode::booleanValue);
    }
    assertThat(producers.column("vat-rate", "ratePct")).containsExactly("13.00");
    assertThat(producers.column("own-numbers", "reference")).containsExactly("G-1");
    assertThat(producers.column("lot-drafts", "content")).containsExactly("{\"title\":\"=半成品\"}");
    assertThat(producers.column("lot-drafts", "title")).containsExactly("'=半成品");
    assertThat(producers.column("generation-profiles", "generationKg")).hasSize(12);
    assertThat(producers.column("processing-lines", "side"))
        .containsExactly("input", "output", "product");
    assertThat(producers.column("assay-results", "measured")).containsExactly("12.0000");
    assertThat(receivers.column("deposits", "amount")).containsExactly("1000.00");
    assertThat(receivers.column("tender-bids", "commitment")).containsExactly("0".repeat(64));
    assertThat(producers.rows("tender-bids")).as("who bids is not known before").isEmpty();
    assertThat(producers.column("tender-deposits", "amount")).containsExactly("500.00");
    assertThat(producers.column("tenders", "deposit")).containsExactly("500.00");
    assertThat(receivers.column("invoices", "gross")).containsExactly("1500.00");
    assertThat(producers.column("quality-values", "max")).containsExactly("9");
    assertThat(producers.column("import-lines", "result")).containsExactly("created", "refused");
    assertThat(producers.column("import-lines", "faults")).first(STRING).isEmpty();
    assertThat(producers.column("import-lines", "faults")).last(STRING).isNotEmpty();
    assertThat(producers.column("pickup-limits", "active")).containsExactly("是");
    assertThat(receivers.column("pickup-limits", "active")).containsExactly("yes");
    assertThat(receivers.column("dismissals", "note")).containsExactly("'=太远");
    assertThat(receivers.column("dismissals", "partner")).containsExactly(trade.producer().name());
    assertThat(producers.column("dismissals", "note")).isEmpty();
    assertThat(producers.column("approvals", "act")).containsExactly("counter");
    assertThat(producers.column("approvals", "content")).first(STRING).contains("苫盖");
    assertThat(receivers.column("approvals", "act")).isEmpty();
    assertThat(producers.column("partner-decisions", "approvalNumber")).containsExactly("'=1");
    assertThat(receivers.rows("partner-decisions")).as("nobody is told").isEmpty();
    assertThat(producers.column("samples", "quantityG")).containsExactly("5000");
    assertThat(receivers.column("samples", "mark")).containsExactly("SZ-2026-01");
    assertThat(receivers.column("sample-steps", "act")).containsExactly("ask", "accept", "send");
    assertThat(receivers.column("sample-steps", "member")).last(STRING).isEmpty();
    assertThat(receivers.column("call-offs", "quantityKg")).containsExactly("100000");
    assertThat(producers.column("agreements", "callOffDay")).contains("1");
    assertThat(producers.column("agreement-prices", "priceYuanPerT")).containsExactly("7.00");
    assertThat(producers.column("sites", "givenSystem")).contains("wgs-84");
  }

  private void produce() {
    Http seller = trade.seller();
    seller
        .ifMatch(0)
        .put(stream + "/profile", body("monthsKg", Collections.nCopies(12, 1_000)))
        .expect(200);
    String tail =
        seller
            .post(
                "/streams",
                body(
                    "siteId",
                    trade.producer().siteId().toString(),
                    "materialKey",
                    Plant.TAIL,
                    "classCode",
                    "SW01",
                    "name",
                    "尾渣"))
            .expect(201)
            .text("id");
    seller
        .post(
            "/processings",
            Plant.processing(trade.today().toString(), trade.streamId(), 9_000, tail, 6_000, 2_000))
        .expect(201);
    seller
        .post(
            stream + "/stock-takes",
            body("occurredOn", trade.today().toString(), "method", "survey", "countedKg", 250_000))
        .expect(201);
    Http.Answer report =
        seller
            .post(
                stream + "/quality-reports",
                body(
                    "laboratory",
                    "质检站",
                    "reportNumber",
                    "R-1",
                    "sampledOn",
                    trade.today().minusDays(10).toString(),
                    "reportedOn",
                    trade.today().minusDays(2).toString(),
                    "shared",
                    true,
                    "values",
                    List.of(body("parameter", "moisture", "min", 8, "max", 9, "basis", "wet"))))
            .expect(201);
    seller.post("/quality-reports/" + report.text("id") + "/files?name=a.pdf", PDF).expect(201);
    imported(
        "单据号,固废流,事项,数量（吨）,日期\nG-1,尾渣,产生量,3,%s\nG-2,没有的流,产生量,3,%s"
            .formatted(trade.today(), trade.today()));
    seller.post("/lot-drafts", body("content", body("title", "=半成品"))).expect(201);
    giveKey();
    delegate();
    accounts.closeLastMonth(trade.producer());
  }

  private void delegate() {
    Http.as(trade.producer().admin())
        .post(
            "/delegations",
            body(
                "delegateId",
                trade.receiver().id().toString(),
                "scopes",
                List.of("trade"),
                "firstDay",
                trade.today().toString(),
                "lastDay",
                trade.today().plusDays(9).toString(),
                "password",
                trade.producer().admin().password()))
        .expect(201);
  }

  private void giveKey() {
    Http.as(trade.producer().admin())
        .post(
            "/keys",
            body(
                "name", "ERP", "role", "reader", "expiresOn", trade.today().plusDays(9).toString()))
        .expect(201);
  }

  private void imported(String table) {
    String id =
        trade
            .seller()
            .post(
                "/imports?name=a.csv&dryRun=false&kind=entries",
                table.getBytes(StandardCharsets.UTF_8))
            .expect(201)
            .text("id");
    await()
        .atMost(PATIENCE)
        .until(() -> trade.seller().get("/imports/" + id).text("status").equals("ended"));
  }

  private void offer() {
    YearMonth first = YearMonth.from(trade.today()).plusMonths(1);
    Map<String, Object> lot = trade.lot(30_000);
    lot.put("availableFrom", first.atDay(1).toString());
    lot.put("availableTo", first.plusMonths(1).atEndOfMonth().toString());
    lot.put("months", months(first));
    lot.put("adjustments", ADJUSTMENTS);
    String offered = trade.seller().post("/lots", lot).expect(201).text("id");
    Map<String, Object> demand = trade.demand(30_000);
    demand.put("neededFrom", first.atDay(1).toString());
    demand.put("neededTo", first.plusMonths(1).atEndOfMonth().toString());
    demand.put("months", months(first));
    String wanted = trade.buyer().post("/demands", demand).expect(201).text("id");
    trade
        .buyer()
        .post(
            "/dismissals",
            body("lotId", offered, "demandId", wanted, "reason", "other", "note", "=太远"))
        .expect(201);
    String open = "/offers/" + trade.propose(trade.publish(5_000).text("id"), 5_000).text("id");
    trade.buyer().post(open + "/messages", body("text", "请看附件")).expect(201);
    trade.buyer().post(open + "/files?name=b.pdf", PDF).expect(201);
    new Sampling(trade).sentOne();
    CallingOff.begin(trade).call(2, 100_000);
    Paperwork.reprice(trade, trade.agree(1_000), 7);
    Approving.above(trade.producer(), 0);
    trade.seller().ifMatch(1).post(open + "/counter/approval", trade.terms(5_000)).expect(201);
    Approving.nothing(trade.producer());
    Http.as(trade.producer().admin())
        .post(
            "/partners/" + trade.receiver().id() + "/decisions",
            body(
                "standing",
                "approved",
                "approvalNumber",
                "=1",
                "validTo",
                trade.today().toString()))
        .expect(201);
  }

  private void tender() {
    Map<String, Object> draft = trade.tender(trade.publish(20_000).text("id"), 10_000);
    draft.put("depositFen", 50_000);
    String tender = "/tenders/" + trade.seller().post("/tenders", draft).expect(201).text("id");
    trade
        .buyer()
        .post(
            tender + "/deposits", body("bankReference", "T-1", "paidOn", trade.today().toString()))
        .expect(201);
    trade
        .buyer()
        .post(
            tender + "/bid",
            body("commitment", "0".repeat(64), "buyerSiteId", trade.receiver().siteId().toString()))
        .expect(201);
  }

  private static List<Map<String, Object>> months(YearMonth first) {
    return List.of(
        body("month", first.toString(), "quantityKg", 10_000),
        body("month", first.plusMonths(1).toString(), "quantityKg", 20_000));
  }

  private void settle() {
    accounts.seller().ifMatch(0).put("/settlement/vat-rate", body("rateBp", 1_300)).expect(200);
    accounts
        .seller()
        .ifMatch(0)
        .put("/agreements/" + accounts.agreementId() + "/pickup-limit", body("active", true))
        .expect(200);
    Http.Answer load = accounts.deliver(30_000);
    accounts.seller().post("/assays", accounts.assay(load)).expect(201);
    Http.Answer statement = accounts.stated();
    accounts.pay(20_000);
    Http.Answer deposit = accounts.buyer().post("/deposits", accounts.deposit(100_000)).expect(201);
    String path = "/deposits/" + deposit.text("id");
    Http.Answer held =
        accounts
            .seller()
            .ifMatch(deposit.number("version"))
            .post(path + "/confirmation")
            .expect(200);
    accounts
        .seller()
        .ifMatch(held.number("version"))
        .post(
            path + "/offset",
            body("amountFen", 5_000, "occurredOn", trade.today().toString(), "reason", "按协议"))
        .expect(200);
    accounts
        .seller()
        .post(
            "/invoices",
            body(
                "direction",
                "issued",
                "counterpartyId",
                trade.receiver().id().toString(),
                "kind",
                "special",
                "number",
                "25370000000000000001",
                "issuedOn",
                trade.today().toString(),
                "netFen",
                150_000,
                "vatFen",
                0,
                "grossFen",
                150_000,
                "statements",
                List.of(body("statementId", statement.text("id"), "grossFen", 150_000))))
        .expect(201);
    trade.buyer().post("/use-reports", trade.useReport(accounts.month(), 20_000)).expect(201);
    accounts.voidReceipt(accounts.deliver(10_000));
  }
}
