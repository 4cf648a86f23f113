package cn.wufei.exchange.worklist;

import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.correction.Corrections;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever ends a thing takes it out of the count and out of the list, by whichever side it is
/// ended.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkEndsIT {

  private static final int KG = 10_000;
  private static final Map<String, Object> REASON = Map.of("reason", "不符");

  @Test
  void an_offer_waits_no_longer_when_it_is_declined_or_taken_back() {
    Trade trade = Trade.begin();
    trade.enter("generation", KG);
    String lot = trade.publish(KG).text("id");
    Http.Answer one = trade.propose(lot, 1_000);
    Http.Answer other = trade.propose(lot, 2_000);
    waiting(trade.seller(), "offer", 2);

    act(trade.seller(), "/offers/", one, "/decline");
    waiting(trade.seller(), "offer", 1);
    act(trade.buyer(), "/offers/", other, "/withdrawal");
    waiting(trade.seller(), "offer", 0);
    waiting(trade.buyer(), "offer", 0);
  }

  @Test
  void a_load_that_is_refused_waits_no_longer() {
    Trade trade = Trade.begin();
    trade.enter("generation", KG);
    Http.Answer load = trade.dispatch(trade.agree(KG).text("id"), KG);
    waiting(trade.buyer(), "load", 1);

    trade.refuse(load).expect(200);

    waiting(trade.buyer(), "load", 0);
    waiting(Http.as(trade.receiver().gate()), "load", 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"decline", "withdrawal"})
  void a_correction_waits_no_longer_when_it_comes_to_nothing(String how) {
    Accounts accounts = Accounts.at(50);
    Http.Answer load = accounts.deliver(KG);
    Http.Answer correction =
        Corrections.propose(accounts.buyer(), Corrections.voiding("receipt", load.text("id")));
    waiting(accounts.seller(), "correction", 1);

    Http who = how.equals("decline") ? accounts.seller() : accounts.buyer();
    Corrections.answer(who, correction, how).expect(200);

    waiting(accounts.seller(), "correction", 0);
  }

  @Test
  void a_statement_ends_with_its_agreement_and_disputed_with_its_withdrawal() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(KG);
    Http.Answer disputed = accounts.propose();
    act(accounts.buyer(), "/statements/", disputed, "/dispute", REASON);
    waiting(accounts.seller(), "statement", 1);

    Http.Answer now = accounts.seller().get("/statements/" + disputed.text("id"));
    act(accounts.seller(), "/statements/", now, "/withdrawal");
    waiting(accounts.seller(), "statement", 0);

    Http.Answer again = accounts.propose();
    waiting(accounts.buyer(), "statement", 1);
    accounts.agree(again).expect(200);
    waiting(accounts.buyer(), "statement", 0);
    waiting(accounts.seller(), "statement", 0);
  }

  @Test
  void money_waits_no_longer_when_it_is_rejected_or_taken_back() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(KG);
    accounts.stated();
    Http.Answer payment = accounts.buyer().post("/payments", accounts.payment(700)).expect(201);
    Http.Answer mistaken = accounts.buyer().post("/payments", accounts.payment(800)).expect(201);
    Http.Answer deposit = accounts.buyer().post("/deposits", accounts.deposit(900)).expect(201);
    Http.Answer second = accounts.buyer().post("/deposits", accounts.deposit(50)).expect(201);
    waiting(accounts.seller(), "payment", 2);
    waiting(accounts.seller(), "deposit", 2);

    act(accounts.seller(), "/payments/", payment, "/rejection", REASON);
    act(accounts.buyer(), "/payments/", mistaken, "/withdrawal");
    act(accounts.seller(), "/deposits/", deposit, "/rejection", REASON);
    act(accounts.buyer(), "/deposits/", second, "/withdrawal");

    waiting(accounts.seller(), "payment", 0);
    waiting(accounts.seller(), "deposit", 0);
    assertThat(Work.due(accounts.buyer()))
        .isEqualTo(Work.count(accounts.buyer(), "agreement-to-sign"))
        .isOne();
  }

  @Test
  void what_was_given_back_of_a_deposit_waits_until_it_is_confirmed() {
    Accounts accounts = Accounts.at(50);
    Http.Answer deposit = accounts.buyer().post("/deposits", accounts.deposit(900)).expect(201);
    Http.Answer held = act(accounts.seller(), "/deposits/", deposit, "/confirmation");
    Http.Answer given =
        act(
            accounts.seller(),
            "/deposits/",
            held,
            "/release",
            body(
                "amountFen",
                900,
                "occurredOn",
                accounts.trade().today().toString(),
                "reason",
                "按协议",
                "bankReference",
                "T-" + Fixtures.nextNumber()));
    waiting(accounts.buyer(), "deposit", 1);

    String release = Work.only(accounts.buyer(), "deposit").at("/key").asText();
    act(accounts.buyer(), "/deposits/", given, "/releases/" + release + "/confirmation");

    waiting(accounts.buyer(), "deposit", 0);
    waiting(accounts.seller(), "deposit", 0);
  }

  @Test
  void a_draft_ends_where_it_waits_and_an_administrator_is_shown_his_own() {
    Trade trade = Trade.begin();
    Http admin = Http.as(trade.producer().admin());
    Http.Answer draft = submitted(trade, trade.seller());
    waiting(admin, "lot-review", 1);
    act(trade.seller(), "/lot-drafts/", draft, "/recall");
    waiting(admin, "lot-review", 0);

    act(admin, "/lot-drafts/", submitted(trade, trade.seller()), "/return", REASON);
    waiting(admin, "lot-review", 0);
    waiting(trade.seller(), "lot-returned", 1);
    waiting(admin, "lot-returned", 0);

    Http second = Http.as(Fixtures.joining(trade.producer().admin(), Role.ORG_ADMIN));
    Http.Answer own = act(second, "/lot-drafts/", submitted(trade, admin), "/return", REASON);
    waiting(admin, "lot-returned", 1);
    waiting(second, "lot-returned", 0);
    waiting(trade.seller(), "lot-returned", 2);

    admin.ifMatch(own.number("version")).delete("/lot-drafts/" + own.text("id")).expect(200);
    waiting(admin, "lot-returned", 0);
    waiting(trade.seller(), "lot-returned", 1);
  }

  @Test
  void no_report_of_a_month_whose_books_are_closed_is_waited_for() {
    Trade trade = Trade.begin();
    YearMonth last = YearMonth.from(trade.today()).minusMonths(1);
    trade.enter("generation", KG);
    arriveIn(trade, last);
    waiting(trade.buyer(), "use-report", 1);
    String month = "/organisations/" + trade.receiver().id() + "/months/" + last;

    Http.as(trade.receiver().admin()).post(month + "/closing").expect(200);
    waiting(trade.buyer(), "use-report", 0);

    Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).post(month + "/reopening", REASON).expect(200);
    waiting(trade.buyer(), "use-report", 1);
    trade.buyer().post("/use-reports", trade.useReport(last.toString(), KG)).expect(201);
    waiting(trade.buyer(), "use-report", 0);
  }

  @Test
  void what_lies_unlisted_is_a_hint_again_when_its_lot_is_gone() {
    Trade trade = Trade.begin();
    trade.enter("generation", KG);
    waiting(trade.seller(), "unlisted", 1);
    Http.Answer lot = trade.publish(KG);
    waiting(trade.seller(), "unlisted", 0);

    act(trade.seller(), "/lots/", lot, "/withdrawal");

    waiting(trade.seller(), "unlisted", 1);
    trade.enter("own-use", KG);
    waiting(trade.seller(), "unlisted", 0);
  }

  @Test
  void a_firm_that_is_not_verified_yet_is_not_asked_for_a_lot() {
    Map<String, Object> signUp = Fixtures.signUp("producer", "待核验");
    Http.Answer firm = Http.anonymous().post("/organisations", signUp).expect(201);
    Http admin = Http.as(Fixtures.signedIn(String.valueOf(Fixtures.adminOf(signUp).get("login"))));
    Http.Answer site =
        admin
            .post(
                "/sites",
                body("name", "厂区", "adcode", "370300", "latitude", 36.8, "longitude", 118.1))
            .expect(201);
    Http.Answer stream =
        admin
            .post(
                "/streams",
                body(
                    "siteId",
                    site.text("id"),
                    "materialKey",
                    Trade.MATERIAL,
                    "classCode",
                    "SW01",
                    "name",
                    "水渣"))
            .expect(201);
    admin
        .post(
            "/streams/" + stream.text("id") + "/entries",
            body("kind", "generation", "quantityKg", KG, "occurredOn", "2026-01-31"))
        .expect(201);
    waiting(admin, "unlisted", 0);

    Http.as(Fixtures.operator())
        .ifMatch(firm.number("version"))
        .post("/organisations/" + firm.text("id") + "/verification", body("decision", "verified"))
        .expect(200);

    waiting(admin, "unlisted", 1);
  }

  @Test
  void hints_end_with_what_they_are_about() {
    Trade trade = Trade.begin();
    Map<String, Object> lot = trade.lot(KG);
    lot.put("availableTo", trade.today().plusDays(2).toString());
    Http.Answer offered = trade.seller().post("/lots", lot).expect(201);
    Map<String, Object> demand = trade.demand(KG);
    demand.put("neededTo", trade.today().plusDays(2).toString());
    Http.Answer wanted = trade.buyer().post("/demands", demand).expect(201);
    Http.Answer first = report(trade, "R-1", 20, 10);
    Http.Answer second = report(trade, "R-2", 10, 200);
    waiting(trade.seller(), "lot-ending", 1);
    waiting(trade.buyer(), "demand-ending", 1);
    waiting(trade.seller(), "quality-report", 0);

    act(trade.seller(), "/quality-reports/", second, "/withdrawal", REASON);
    waiting(trade.seller(), "quality-report", 1);
    act(trade.seller(), "/quality-reports/", first, "/withdrawal", REASON);
    act(trade.seller(), "/lots/", offered, "/withdrawal");
    act(trade.buyer(), "/demands/", wanted, "/withdrawal");

    waiting(trade.seller(), "quality-report", 0);
    waiting(trade.seller(), "lot-ending", 0);
    waiting(trade.buyer(), "demand-ending", 0);
  }

  /// The count, the list of all kinds and the list of this kind, page by page, say the same.
  private static void waiting(Http as, String kind, int count) {
    assertThat(Work.count(as, kind)).as(kind).isEqualTo(count);
    assertThat(Work.items(as, kind).size()).as(kind).isEqualTo(count);
    assertThat(Work.keys(as, kind, 1)).as(kind).hasSize(count).doesNotHaveDuplicates();
  }

  private static Http.Answer act(Http as, String path, Http.Answer thing, String how) {
    return as.ifMatch(thing.number("version")).post(path + thing.text("id") + how).expect(200);
  }

  private static Http.Answer act(
      Http as, String path, Http.Answer thing, String how, Map<String, Object> body) {
    return as.ifMatch(thing.number("version"))
        .post(path + thing.text("id") + how, body)
        .expect(200);
  }

  private static Http.Answer submitted(Trade trade, Http by) {
    Http.Answer begun = by.post("/lot-drafts", body("content", Map.of())).expect(201);
    return act(by, "/lot-drafts/", begun, "/submission", trade.lot(KG));
  }

  private static void arriveIn(Trade trade, YearMonth month) {
    Instant then = LocalCalendar.startOf(month.atDay(9));
    Map<String, Object> load = trade.load(trade.agree(KG).text("id"), KG);
    load.put("dispatchedAt", then.toString());
    Http.Answer dispatched = Http.as(trade.producer().gate()).post("/loads", load).expect(201);
    Map<String, Object> receipt = trade.receipt(KG, 0);
    receipt.put("receivedAt", then.plus(2, ChronoUnit.HOURS).toString());
    trade.receive(dispatched, receipt).expect(200);
  }

  private static Http.Answer report(Trade trade, String number, int sampledAgo, int validFor) {
    return trade
        .seller()
        .post(
            "/streams/" + trade.streamId() + "/quality-reports",
            body(
                "laboratory",
                "钢城质检站",
                "reportNumber",
                number,
                "sampledOn",
                trade.today().minusDays(sampledAgo).toString(),
                "reportedOn",
                trade.today().minusDays(2).toString(),
                "validTo",
                trade.today().plusDays(validFor).toString(),
                "shared",
                true,
                "values",
                List.of(body("parameter", "moisture", "min", 8, "max", 9, "basis", "wet"))))
        .expect(201);
  }
}
