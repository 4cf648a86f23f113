package cn.wufei.exchange.settlement.payment;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PaymentIT {

  @Test
  void a_payment_settles_once_it_is_confirmed_and_what_is_over_is_paid_ahead() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    accounts.stated();

    Http.Answer recorded =
        accounts.buyer().post("/payments", accounts.payment(200_000)).expect(201);
    assertThat(accounts.held("due")).isEqualTo(150_000);
    Http.Answer confirmed = accounts.confirm(recorded).expect(200);

    assertThat(confirmed.number("settledFen")).isEqualTo(150_000);
    assertThat(confirmed.number("prepaidFen")).isEqualTo(50_000);
    assertThat(accounts.held("due")).isZero();
    assertThat(accounts.held("settled")).isEqualTo(150_000);
    assertThat(accounts.held("prepaid")).isEqualTo(50_000);
    Accounts.assertBooksBalance();
  }

  @Test
  void at_a_negative_price_the_producer_pays() {
    Accounts accounts = Accounts.at(-10);
    accounts.deliver(30_000);
    accounts.stated();
    Map<String, Object> payment = accounts.payment(30_000);
    payment.put("payeeId", accounts.buyerOrganisation().id().toString());

    Http.Answer recorded = accounts.seller().post("/payments", payment).expect(201);
    Http.Answer confirmed =
        accounts
            .buyer()
            .ifMatch(1)
            .post("/payments/" + recorded.text("id") + "/confirmation")
            .expect(200);

    assertThat(confirmed.number("settledFen")).isEqualTo(30_000);
    assertThat(accounts.held("due")).isZero();
    Accounts.assertBooksBalance();
  }

  @Test
  void a_statement_uses_up_what_was_paid_ahead_when_that_was_chosen() {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> ahead = accounts.payment(100_000);
    ahead.put("purpose", "prepayment");
    accounts.confirm(accounts.buyer().post("/payments", ahead).expect(201)).expect(200);
    accounts.deliver(30_000);
    Map<String, Object> draft = accounts.draft();
    draft.put("usePrepayment", true);

    Http.Answer agreed =
        accounts.agree(accounts.seller().post("/statements", draft).expect(201)).expect(200);

    assertThat(agreed.number("prepaidFen")).isEqualTo(100_000);
    assertThat(accounts.held("prepaid")).isZero();
    assertThat(accounts.held("due")).isEqualTo(50_000);
    assertThat(accounts.held("lodged")).isZero();
    Accounts.assertBooksBalance();
  }

  @Test
  void no_more_is_given_back_than_was_paid_ahead() {
    Accounts accounts = Accounts.at(50);
    accounts.pay(10_000);
    Map<String, Object> refund = accounts.payment(10_001);
    refund.put("purpose", "refund");
    refund.put("payeeId", accounts.buyerOrganisation().id().toString());
    Http.Answer tooMuch = accounts.seller().post("/payments", refund).expect(201);
    String path = "/payments/" + tooMuch.text("id") + "/confirmation";

    assertProblem(accounts.buyer().ifMatch(1).post(path), 409, "refund-above-prepaid");
    refund.put("amountFen", 10_000);
    refund.put("bankReference", "B-" + Fixtures.nextNumber());
    Http.Answer right = accounts.seller().post("/payments", refund).expect(201);
    accounts.buyer().ifMatch(1).post("/payments/" + right.text("id") + "/confirmation").expect(200);

    assertThat(accounts.held("prepaid")).isZero();
    Accounts.assertBooksBalance();
  }

  @Test
  void the_same_bank_reference_is_the_same_payment() {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> payment = accounts.payment(10_000);
    Http.Answer first = accounts.buyer().post("/payments", payment).expect(201);

    Http.Answer again = accounts.buyer().post("/payments", payment).expect(201);

    assertThat(again.text("id")).isEqualTo(first.text("id"));
    accounts
        .seller()
        .ifMatch(1)
        .post("/payments/" + first.text("id") + "/rejection", body("reason", "未到账"))
        .expect(200);
    assertThat(accounts.buyer().post("/payments", payment).expect(201).text("id"))
        .isNotEqualTo(first.text("id"));
    assertThat(accounts.held("prepaid")).isZero();
  }

  @Test
  void a_repeated_confirmation_is_answered_as_before_and_settles_once() {
    Accounts accounts = Accounts.at(50);
    Http.Answer payment = accounts.buyer().post("/payments", accounts.payment(700)).expect(201);
    Http seller = accounts.seller().ifMatch(1).withKey("money-confirm-1");
    String path = "/payments/" + payment.text("id") + "/confirmation";

    Http.Answer first = seller.post(path).expect(200);

    assertThat(seller.post(path).expect(200).json()).isEqualTo(first.json());
    assertThat(accounts.held("prepaid")).isEqualTo(700);
  }

  @Test
  void a_payment_of_a_month_that_was_closed_since_is_confirmed_today() {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> payment = accounts.payment(700);
    payment.put("paidOn", accounts.lastMonth().atDay(3).toString());
    Http.Answer recorded = accounts.buyer().post("/payments", payment).expect(201);
    accounts.closeLastMonth(accounts.sellerOrganisation());

    Http.Answer confirmed = accounts.confirm(recorded).expect(200);

    assertThat(confirmed.text("paidOn")).isEqualTo(accounts.lastMonth().atDay(3).toString());
    assertThat(accounts.held("prepaid")).isEqualTo(700);
    assertThat(accounts.buyer().get("/ledger/statement").expect(200).text("items/0/occurredOn"))
        .isEqualTo(accounts.trade().today().toString());
  }

  @Test
  void what_nobody_answered_is_withdrawn_by_who_recorded_it_and_may_be_told_anew() {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> payment = accounts.payment(700);
    Http.Answer wrong = accounts.buyer().post("/payments", payment).expect(201);
    String path = "/payments/" + wrong.text("id");

    assertProblem(accounts.buyer().ifMatch(2).post(path + "/withdrawal"), 412, "version-stale");
    Http.Answer withdrawn = accounts.buyer().ifMatch(1).post(path + "/withdrawal").expect(200);

    assertThat(withdrawn.text("status")).isEqualTo("withdrawn");
    assertThat(accounts.seller().get("/settlement/overview").number("paymentsWaiting")).isZero();
    assertProblem(accounts.confirm(withdrawn), 409, "payment-answered");
    payment.put("amountFen", 800);
    Http.Answer right = accounts.buyer().post("/payments", payment).expect(201);
    accounts.confirm(right).expect(200);
    assertThat(accounts.held("prepaid")).isEqualTo(800);
    Accounts.assertBooksBalance();
  }

  @Test
  void strangers_and_authorities_see_no_payment() {
    Accounts accounts = Accounts.at(50);
    String path =
        "/payments/"
            + accounts.buyer().post("/payments", accounts.payment(700)).expect(201).text("id");
    Http stranger = Http.as(Fixtures.producerReceiver().admin());

    assertProblem(stranger.get(path), 404, "not-found");
    assertProblem(stranger.ifMatch(1).post(path + "/confirmation"), 404, "not-found");
    assertProblem(stranger.ifMatch(1).post(path + "/withdrawal"), 404, "not-found");
    assertProblem(
        stranger.ifMatch(1).post(path + "/rejection", body("reason", "x")), 404, "not-found");
    assertThat(Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).get(path).status()).isEqualTo(403);
    assertThat(stranger.get("/payments").expect(200).json().at("/items")).isEmpty();
    assertThat(accounts.seller().get("/payments?status=recorded").expect(200).json().at("/items"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # field,         value
            amountFen,     0
            amountFen,     -5
            paidOn,        yesterday
            bankReference, ''
            purpose,       gift
          """)
  void a_malformed_payment_names_its_field(String field, String value) {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> payment = accounts.payment(700);
    payment.put(field, field.equals("amountFen") ? (Object) Long.valueOf(value) : value);

    Http.Answer answer = accounts.buyer().post("/payments", payment);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(fieldsOf(answer)).containsExactly(field);
  }

  @ParameterizedTest
  @EnumSource(PaymentRefusal.class)
  void every_reason_against_a_payment_leaves_nothing_written(PaymentRefusal reason) {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> payment = accounts.payment(700);
    Http.Answer answer =
        switch (reason) {
          case SAME_PARTY -> {
            payment.put("payeeId", accounts.buyerOrganisation().id().toString());
            yield refused(() -> accounts.buyer().post("/payments", payment));
          }
          case NO_TRADE_BETWEEN -> {
            Http stranger = Http.as(Fixtures.producerReceiver().trader());
            yield refused(() -> stranger.post("/payments", payment));
          }
          case PAID_IN_FUTURE -> {
            payment.put("paidOn", accounts.trade().today().plusDays(1).toString());
            yield refused(() -> accounts.buyer().post("/payments", payment));
          }
          case PAID_TOO_EARLY -> {
            payment.put("paidOn", "1999-12-31");
            yield refused(() -> accounts.buyer().post("/payments", payment));
          }
          case BANK_REFERENCE_USED -> {
            accounts.buyer().post("/payments", payment).expect(201);
            payment.put("amountFen", 701);
            yield refused(() -> accounts.buyer().post("/payments", payment));
          }
          case NOT_THE_PAYEE -> {
            String id = accounts.buyer().post("/payments", payment).expect(201).text("id");
            yield refused(
                () -> accounts.buyer().ifMatch(1).post("/payments/" + id + "/confirmation"));
          }
          case NOT_THE_PAYER -> {
            String id = accounts.buyer().post("/payments", payment).expect(201).text("id");
            yield refused(
                () -> accounts.seller().ifMatch(1).post("/payments/" + id + "/withdrawal"));
          }
          case PAYMENT_ANSWERED -> {
            Http.Answer paid = accounts.pay(700);
            yield refused(() -> accounts.confirm(paid));
          }
          case REFUND_ABOVE_PREPAID -> {
            payment.put("purpose", "refund");
            Http.Answer refund = accounts.buyer().post("/payments", payment).expect(201);
            yield refused(() -> accounts.confirm(refund));
          }
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(reason.code());
  }

  private static Http.Answer refused(Supplier<Http.Answer> write) {
    Map<String, Long> before = Books.rowCounts();
    Http.Answer answer = write.get();
    assertThat(Books.rowCounts()).isEqualTo(before);
    return answer;
  }
}
