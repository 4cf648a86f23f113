package cn.wufei.exchange.correction;

import static cn.wufei.exchange.correction.Corrections.approve;
import static cn.wufei.exchange.correction.Corrections.assertBooksHold;
import static cn.wufei.exchange.correction.Corrections.correcting;
import static cn.wufei.exchange.correction.Corrections.net;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What is corrected after its month was closed has today's date, and the figures of the closed
/// month and of those after it still follow from each other.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosedMonthIT {

  private final Trade trade = Trade.begin();
  private final YearMonth running = YearMonth.from(trade.today());
  private final YearMonth last = running.minusMonths(1);

  @Test
  void no_more_is_used_of_a_receipt_than_its_later_correction_left() {
    String load = arrived(30_000);
    close(trade.producer());
    approve(trade.seller(), propose(trade.buyer(), correcting("receipt", load, net(20_000))));

    Http.Answer report = report(last, 25_000).expect(201);

    assertThat(report.number("beyondHeapKg")).isEqualTo(5_000);
    assertThat(report.number("allocation/0/kg")).isEqualTo(20_000);
    assertThat(Books.heldOfStream("heap", trade.streamId())).isZero();
    assertBooksHold();
  }

  @Test
  void a_count_is_held_against_the_same_ledger_however_often_it_is_corrected() {
    enter("own-use", 10_000, last.atDay(10));
    String count = count(5_000).expect(201).text("id");
    close(trade.producer());
    enter("own-use", 8_000, trade.today());

    correctCount(count, 6_000);
    assertThat(stockTake().number("items/0/clearedKg")).isEqualTo(16_000);
    correctCount(count, 0);

    assertThat(stockTake().number("items/0/ledgerKg")).isEqualTo(-10_000);
    assertThat(stockTake().number("items/0/clearedKg")).isEqualTo(10_000);
    reopen(trade.producer());
    correctCount(count, 1_000);
    assertThat(stockTake().number("items/0/ledgerKg")).isEqualTo(-10_000);
    assertThat(stockTake().number("items/0/clearedKg")).isEqualTo(11_000);
    assertThat(Books.heldOfStream("found", trade.streamId())).isEqualTo(-11_000);
    assertThat(Books.heldOfStream("unreconciled", trade.streamId())).isEqualTo(-7_000);
    assertBooksHold();
  }

  @Test
  void a_report_is_taken_back_as_of_when_it_was_last_told() {
    arrived(30_000);
    String report = report(last, 20_000).expect(201).text("id");
    close(trade.receiver());
    correctReport(report, 25_000);
    reopen(trade.receiver());
    correctReport(report, 0);
    correctReport(report, 22_000);

    String today = trade.today().toString();
    assertThat(Books.daysOf(report))
        .containsExactly(last.atEndOfMonth().toString(), today, today, today, today);
    assertThat(Books.heldOfStream("used", trade.streamId())).isEqualTo(22_000);
    assertBooksHold();
  }

  @Test
  void a_month_opens_with_what_the_corrected_one_before_it_closed_with() {
    arrived(30_000);
    String report = report(last, 20_000).expect(201).text("id");
    close(trade.receiver());

    correctReport(report, 25_000);

    assertMonth(last, 0, 30_000, 25_000, 5_000);
    assertMonth(running, 5_000, 0, 0, 5_000);
    reopen(trade.receiver());
    correctReport(report, 33_000);
    assertMonth(last, 0, 30_000, 33_000, -3_000);
    assertMonth(running, -3_000, 0, 0, -3_000);
    correctReport(report, 22_000);
    Http.Answer next = report(running, 8_000).expect(201);
    assertThat(next.number("openingKg")).isEqualTo(8_000);
    assertThat(next.number("beyondHeapKg")).isZero();
    assertMonth(running, 8_000, 0, 8_000, 0);
    assertBooksHold();
  }

  @Test
  void what_moves_nothing_is_no_more_recorded_in_a_closed_month_than_what_moves_something() {
    close(trade.receiver());
    close(trade.producer());
    trade.buyer();
    Map<String, Long> before = Books.rowCounts();

    Http.Answer used = report(last, 0);
    Http.Answer counted = count(0);

    for (Http.Answer refused : List.of(used, counted)) {
      assertProblem(refused, 409, "period-locked");
      assertThat(refused.text("facts/month")).isEqualTo(last.toString());
    }
    assertThat(fieldsOf(counted)).containsExactly("occurredOn");
    assertThat(used.text("facts/organisationId")).isEqualTo(trade.receiver().id().toString());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  private String arrived(long kg) {
    Map<String, Object> load = trade.load(trade.agree(kg).text("id"), kg);
    load.put("dispatchedAt", last.atDay(10) + "T02:00:00Z");
    Http.Answer dispatched = trade.seller().post("/loads", load).expect(201);
    Map<String, Object> receipt = trade.receipt(kg, 0);
    receipt.put("receivedAt", last.atDay(10) + "T09:00:00Z");
    return trade.receive(dispatched, receipt).expect(200).text("id");
  }

  private void enter(String kind, long kg, LocalDate day) {
    trade
        .seller()
        .post(
            "/streams/" + trade.streamId() + "/entries",
            body("kind", kind, "quantityKg", kg, "occurredOn", day.toString()))
        .expect(201);
  }

  private Http.Answer count(long kg) {
    return trade
        .seller()
        .post(
            "/streams/" + trade.streamId() + "/stock-takes",
            body("countedKg", kg, "occurredOn", last.atDay(20).toString(), "method", "survey"));
  }

  private void correctCount(String count, long kg) {
    approve(
        Http.as(trade.producer().admin()),
        propose(trade.seller(), correcting("stock-take", count, body("countedKg", kg))));
  }

  private Http.Answer stockTake() {
    return trade.seller().get("/streams/" + trade.streamId() + "/stock-takes").expect(200);
  }

  private Http.Answer report(YearMonth month, long kg) {
    return trade.buyer().post("/use-reports", trade.useReport(month.toString(), kg));
  }

  private void correctReport(String report, long kg) {
    approve(
        Http.as(trade.receiver().admin()),
        propose(trade.buyer(), correcting("use-report", report, body("consumedKg", kg))));
  }

  private void close(TestOrganisation who) {
    Http.as(who.admin()).post(month(who) + "/closing").expect(200);
  }

  private void reopen(TestOrganisation who) {
    Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY))
        .post(month(who) + "/reopening", Map.of("reason", "盘库更正"))
        .expect(200);
  }

  private String month(TestOrganisation who) {
    return "/organisations/" + who.id() + "/months/" + last;
  }

  private void assertMonth(
      YearMonth month, long openingKg, long receivedKg, long consumedKg, long closingKg) {
    Http.Answer book =
        trade
            .buyer()
            .get(
                "/heaps/%s/%s/months/%s"
                    .formatted(trade.receiver().siteId(), Trade.MATERIAL, month))
            .expect(200);
    assertThat(
            new long[] {
              book.number("openingKg"),
              book.number("receivedKg"),
              book.number("consumedKg"),
              book.number("closingKg")
            })
        .as(month.toString())
        .containsExactly(openingKg, receivedKg, consumedKg, closingKg);
  }
}
