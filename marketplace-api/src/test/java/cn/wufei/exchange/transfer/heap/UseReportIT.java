package cn.wufei.exchange.transfer.heap;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UseReportIT {

  @Test
  void what_goes_beyond_the_heap_is_reported_without_an_origin_and_carried_on() {
    Trade trade = Trade.begin();
    YearMonth last = thisMonth(trade).minusMonths(1);
    arrive(trade, 30_000, last);

    Http.Answer report = report(trade, last, 34_000).expect(201);

    assertThat(report.number("beyondHeapKg")).isEqualTo(4_000);
    assertThat(report.number("closingKg")).isEqualTo(-4_000);
    assertThat(report.json().at("/allocation")).hasSize(1);
    assertThat(report.number("allocation/0/kg")).isEqualTo(30_000);
    Http.Answer next = month(trade.buyer(), trade, thisMonth(trade)).expect(200);
    assertThat(next.number("openingKg")).isEqualTo(-4_000);
    assertThat(next.number("closingKg")).isEqualTo(-4_000);
    assertThat(Books.sumOf("mass-kg")).isZero();
  }

  @Test
  void a_month_takes_only_what_had_arrived_by_its_end() {
    Trade trade = Trade.begin();
    YearMonth last = thisMonth(trade).minusMonths(1);
    arrive(trade, 10_000, last);
    arrive(trade, 25_000, thisMonth(trade));

    Http.Answer earlier = report(trade, last, 12_000).expect(201);
    Http.Answer later = report(trade, thisMonth(trade), 20_000).expect(201);

    assertThat(earlier.number("beyondHeapKg")).isEqualTo(2_000);
    assertThat(later.number("openingKg")).isEqualTo(-2_000);
    assertThat(later.number("receivedKg")).isEqualTo(25_000);
    assertThat(later.number("closingKg")).isEqualTo(3_000);
    assertThat(later.number("beyondHeapKg")).isZero();
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(5_000);
  }

  @Test
  void months_are_reported_once_and_in_their_order() {
    Trade trade = Trade.begin();
    YearMonth last = thisMonth(trade).minusMonths(1);
    report(trade, last, 0).expect(201);

    assertProblem(report(trade, last, 0), 409, "month-already-reported");
    Http.Answer earlier = report(trade, last.minusMonths(1), 0);
    assertProblem(earlier, 409, "later-month-reported");
    assertThat(earlier.text("facts/latestMonth")).isEqualTo(last.toString());
    report(trade, thisMonth(trade), 0).expect(201);
    assertThat(trade.buyer().get("/use-reports").expect(200).json().at("/items")).hasSize(2);
  }

  @Test
  void others_see_no_heap_and_no_report() {
    Trade trade = Trade.begin();
    report(trade, thisMonth(trade), 0).expect(201);

    assertProblem(month(trade.seller(), trade, thisMonth(trade)), 404, "not-found");
    assertThat(trade.seller().get("/use-reports").expect(200).json().at("/items")).isEmpty();
    assertProblem(
        trade.seller().post("/use-reports", trade.useReport("2026-01", 0)), 404, "not-found");
    month(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)), trade, thisMonth(trade)).expect(200);
    assertProblem(
        trade.buyer().get("/heaps/%s/fly-ash/months/2026-13".formatted(trade.receiver().siteId())),
        400,
        "invalid-request");
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it(UseRefusal refusal) {
    Trade trade = Trade.begin();
    YearMonth month = thisMonth(trade);
    Map<String, Object> body = trade.useReport(month.toString(), 0);
    switch (refusal) {
      case MATERIAL_UNKNOWN -> body.put("materialKey", "no-such-material");
      case USE_UNKNOWN -> body.put("use", "moon-base");
      case MONTH_IN_FUTURE -> body.put("month", month.plusMonths(2).toString());
      case MONTH_ALREADY_REPORTED -> report(trade, month, 0).expect(201);
      case LATER_MONTH_REPORTED -> {
        report(trade, month, 0).expect(201);
        body.put("month", month.minusMonths(3).toString());
      }
    }
    Http buyer = trade.buyer();
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer = buyer.post("/use-reports", body);

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  private static YearMonth thisMonth(Trade trade) {
    return LocalCalendar.monthOf(trade.receivedAt());
  }

  /// A load that arrived in that month.
  private static void arrive(Trade trade, long kg, YearMonth month) {
    Instant begin = LocalCalendar.startOf(month.atDay(1));
    Instant at =
        month.equals(thisMonth(trade)) ? trade.dispatchedAt() : begin.plus(9, ChronoUnit.DAYS);
    Map<String, Object> load = trade.load(trade.agree(kg).text("id"), kg);
    load.put("dispatchedAt", at.toString());
    Http.Answer dispatched = Http.as(trade.producer().gate()).post("/loads", load).expect(201);
    Map<String, Object> receipt = trade.receipt(kg, 0);
    receipt.put(
        "receivedAt",
        month.equals(thisMonth(trade))
            ? trade.receivedAt().toString()
            : at.plus(2, ChronoUnit.HOURS).toString());
    trade.receive(dispatched, receipt).expect(200);
  }

  private static Http.Answer report(Trade trade, YearMonth month, long consumedKg) {
    return trade.buyer().post("/use-reports", trade.useReport(month.toString(), consumedKg));
  }

  private static Http.Answer month(Http as, Trade trade, YearMonth month) {
    return as.get(
        "/heaps/%s/%s/months/%s".formatted(trade.receiver().siteId(), Trade.MATERIAL, month));
  }
}
