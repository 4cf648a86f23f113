package cn.wufei.exchange.period;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeriodIT {

  private static final Map<String, Object> REASON = Map.of("reason", "盘库更正");

  @Test
  void an_administrator_closes_a_month_and_only_an_authority_reopens_it() {
    Trade trade = Trade.begin();
    String months = months(trade);
    YearMonth last = YearMonth.from(trade.today()).minusMonths(1);
    Http admin = Http.as(trade.producer().admin());

    Http.Answer closed = admin.post(months + "/" + last + "/closing").expect(200);

    assertThat(closed.json().at("/locked").asBoolean()).isTrue();
    assertThat(trade.seller().get(months).expect(200).text("items/0/month"))
        .isEqualTo(last.toString());
    assertThat(trade.seller().get(months).json().at("/items/0/locked").asBoolean()).isTrue();
    assertThat(trade.seller().get(months).json().at("/items/1/locked").asBoolean()).isFalse();
    assertThat(trade.seller().get(months).text("organisation/name"))
        .isEqualTo(trade.producer().name());
    assertProblem(trade.buyer().get(months), 404, "not-found");
    assertProblem(
        Http.as(trade.receiver().admin()).post(months + "/" + last + "/closing"), 404, "not-found");
    assertProblem(admin.post(months + "/" + last + "/reopening", REASON), 403, "forbidden");
    Http ecology = Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY));
    Http.Answer reopened = ecology.post(months + "/" + last + "/reopening", REASON).expect(200);
    assertThat(reopened.json().at("/locked").asBoolean()).isFalse();
    assertThat(reopened.text("reopenReason")).isEqualTo("盘库更正");
    assertThat(ecology.get(months).expect(200).text("organisation/id"))
        .isEqualTo(trade.producer().id().toString());
    assertProblem(ecology.get("/organisations/" + Id.next() + "/months"), 404, "not-found");
    Http.Answer audited =
        ecology.get("/audit/records?subjectId=" + trade.producer().id()).expect(200);
    assertThat(audited.text("items/0/action")).isEqualTo("month-reopened");
    admin.post(months + "/" + last + "/closing").expect(200);
  }

  @Test
  void a_closed_month_takes_nothing_of_its_owner_and_leaves_the_other_party_free() {
    Trade trade = Trade.begin();
    YearMonth last = YearMonth.from(trade.today()).minusMonths(1);
    String receiver = trade.receiver().id().toString();
    Http.as(trade.receiver().admin())
        .post("/organisations/" + receiver + "/months/" + last + "/closing")
        .expect(200);
    Map<String, Object> load = trade.load(trade.agree(30_000).text("id"), 30_000);
    load.put("dispatchedAt", last.atDay(10) + "T02:00:00Z");
    Http.Answer dispatched = trade.seller().post("/loads", load).expect(201);
    Map<String, Object> receipt = trade.receipt(30_000, 0);
    receipt.put("receivedAt", last.atDay(10) + "T09:00:00Z");

    Http.Answer refused = trade.receive(dispatched, receipt);

    assertProblem(refused, 409, "period-locked");
    assertThat(refused.text("facts/organisationId")).isEqualTo(receiver);
    assertThat(refused.text("facts/month")).isEqualTo(last.toString());
    trade.receive(dispatched, trade.receipt(30_000, 0)).expect(200);
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(PeriodRefusal refusal) {
    Trade trade = Trade.begin();
    YearMonth running = YearMonth.from(trade.today());
    YearMonth last = running.minusMonths(1);
    Http admin = Http.as(trade.producer().admin());
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    if (refusal == PeriodRefusal.MONTH_LOCKED) {
      admin.post(months(trade) + "/" + last + "/closing").expect(200);
    }
    if (refusal == PeriodRefusal.LOAD_STILL_ON_ITS_WAY) {
      Map<String, Object> load = trade.load(trade.agree(30_000).text("id"), 30_000);
      load.put("dispatchedAt", trade.dispatchedAt().minus(40, ChronoUnit.DAYS).toString());
      trade.seller().post("/loads", load).expect(201);
    }
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer =
        switch (refusal) {
          case MONTH_NOT_OVER -> admin.post(months(trade) + "/" + running + "/closing");
          case MONTH_LOCKED, LOAD_STILL_ON_ITS_WAY ->
              admin.post(months(trade) + "/" + last + "/closing");
          case MONTH_NOT_LOCKED -> auditor.post(months(trade) + "/" + last + "/reopening", REASON);
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  private static String months(Trade trade) {
    return "/organisations/" + trade.producer().id() + "/months";
  }
}
