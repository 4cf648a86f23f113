package cn.wufei.exchange.settlement.invoice;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceIT {

  @Test
  void ticket_statement_and_invoice_stand_beside_each_other() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer statement = accounts.stated();
    accounts.deliver(20_000);
    String path = "/settlement/comparison?month=" + accounts.month();

    Http.Answer before = accounts.buyer().get(path).expect(200);
    accounts.seller().post("/invoices", invoice(accounts, statement, 150_000)).expect(201);
    Http.Answer after = accounts.seller().get(path).expect(200);

    assertThat(before.number("agreements/0/ticketLoads")).isEqualTo(2);
    assertThat(before.number("agreements/0/ticketSettledKg")).isEqualTo(50_000);
    assertThat(before.number("agreements/0/statedLoads")).isEqualTo(1);
    assertThat(before.number("agreements/0/statedSettledKg")).isEqualTo(30_000);
    assertThat(before.number("agreements/0/openLoads")).isZero();
    assertThat(before.number("agreements/0/unstatedLoads")).isEqualTo(1);
    assertThat(before.number("pairs/0/differenceFen")).isEqualTo(150_000);
    assertThat(after.number("pairs/0/invoicedGrossFen")).isEqualTo(150_000);
    assertThat(after.number("pairs/0/differenceFen")).isZero();
    accounts.propose();
    Http.Answer proposed = accounts.seller().get(path).expect(200);
    assertThat(proposed.number("agreements/0/openLoads")).isEqualTo(1);
    assertThat(proposed.number("agreements/0/unstatedLoads")).isZero();
  }

  @Test
  void a_load_that_was_stated_and_then_voided_does_not_hide_one_that_is_still_to_state() {
    Accounts accounts = Accounts.at(50);
    Http.Answer voided = accounts.deliver(30_000);
    accounts.stated();
    accounts.deliver(20_000);
    accounts.voidReceipt(voided);

    Http.Answer row =
        accounts.seller().get("/settlement/comparison?month=" + accounts.month()).expect(200);

    assertThat(row.number("agreements/0/ticketLoads")).isEqualTo(1);
    assertThat(row.number("agreements/0/statedLoads")).isEqualTo(1);
    assertThat(row.number("agreements/0/unstatedLoads")).isEqualTo(1);
  }

  @Test
  void a_red_letter_invoice_takes_back_at_most_what_the_first_one_states() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer statement = accounts.stated();
    Http.Answer first =
        accounts.seller().post("/invoices", invoice(accounts, statement, 150_000)).expect(201);
    Map<String, Object> red = invoice(accounts, statement, -100_000);
    red.put("reversesId", first.text("id"));

    Http.Answer recorded = accounts.seller().post("/invoices", red).expect(201);

    assertThat(recorded.text("reversesNumber")).isEqualTo(first.text("number"));
    red.put("number", number());
    assertProblem(accounts.seller().post("/invoices", red), 409, "reversed-above-original");
    assertThat(
            accounts
                .buyer()
                .get("/settlement/comparison?month=" + accounts.month())
                .expect(200)
                .number("pairs/0/invoicedGrossFen"))
        .isEqualTo(50_000);
  }

  @Test
  void tax_that_differs_from_its_rate_is_shown() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer statement = accounts.stated();
    Map<String, Object> invoice = invoice(accounts, statement, 113_000);
    invoice.put("netFen", 99_998);
    invoice.put("vatFen", 13_002);
    invoice.put("vatRateBp", 1300);

    Http.Answer recorded = accounts.buyer().post("/invoices", received(accounts, invoice));

    assertThat(recorded.expect(201).number("vatDifferenceFen")).isEqualTo(2);
    assertThat(recorded.text("issuer/id")).isEqualTo(accounts.sellerOrganisation().id().toString());
  }

  @Test
  void the_buyer_has_a_ledger_of_purchases_and_takes_it_as_a_file() {
    Accounts accounts = Accounts.at(50);
    Http.Answer load = accounts.deliver(30_000);
    Http.Answer statement = accounts.stated();
    Http.Answer invoice =
        accounts.seller().post("/invoices", invoice(accounts, statement, 150_000)).expect(201);
    String month = accounts.month();

    Http.Answer rows = accounts.buyer().get("/settlement/purchases?month=" + month).expect(200);
    Http.Answer file = accounts.buyer().get("/settlement/purchases.csv?month=" + month).expect(200);

    assertThat(rows.json().at("/items")).hasSize(1);
    assertThat(rows.number("items/0/settledKg")).isEqualTo(30_000);
    assertThat(rows.text("items/0/invoiceNumbers/0")).isEqualTo(invoice.text("number"));
    assertThat(file.body().lines())
        .hasSize(2)
        .last()
        .asString()
        .contains(load.text("number"), ",30000,30000,1500.00,", statement.text("number"));
    assertThat(
            accounts
                .seller()
                .get("/settlement/purchases?month=" + month)
                .expect(200)
                .json()
                .at("/items"))
        .isEmpty();
    assertThat(accounts.buyer().get("/settlement/purchases?month=2026-13").status()).isEqualTo(400);
  }

  @Test
  void strangers_and_authorities_see_no_invoice() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer statement = accounts.stated();
    String id =
        accounts
            .seller()
            .post("/invoices", invoice(accounts, statement, 150_000))
            .expect(201)
            .text("id");
    Http stranger = Http.as(Fixtures.producerReceiver().admin());

    assertProblem(stranger.get("/invoices/" + id), 404, "not-found");
    assertThat(stranger.get("/invoices").expect(200).json().at("/items")).isEmpty();
    assertThat(
            stranger
                .get("/settlement/comparison?month=" + accounts.month())
                .expect(200)
                .json()
                .at("/pairs"))
        .isEmpty();
    assertThat(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get("/invoices/" + id).status())
        .isEqualTo(403);
    assertThat(
            accounts
                .buyer()
                .get("/invoices?statementId=" + statement.text("id"))
                .expect(200)
                .json()
                .at("/items"))
        .hasSize(1);
  }

  @Test
  void a_number_says_nothing_to_who_has_no_statement_with_the_issuer() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer statement = accounts.stated();
    Map<String, Object> invoice = invoice(accounts, statement, 150_000);
    accounts.seller().post("/invoices", invoice).expect(201);
    Http stranger = Http.as(Fixtures.producerReceiver().trader());

    assertProblem(
        stranger.post("/invoices", received(accounts, invoice)), 422, "statement-unknown");
    invoice.put("number", number());
    assertProblem(stranger.post("/invoices", invoice), 422, "statement-unknown");
  }

  @Test
  void an_invoice_that_was_recorded_wrongly_is_withdrawn_and_may_be_recorded_anew() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer statement = accounts.stated();
    Map<String, Object> invoice = invoice(accounts, statement, 150_000);
    Http.Answer first = accounts.seller().post("/invoices", invoice).expect(201);
    Map<String, Object> red = invoice(accounts, statement, -100_000);
    red.put("reversesId", first.text("id"));
    Http.Answer reversal = accounts.buyer().post("/invoices", received(accounts, red)).expect(201);
    assertThat(reversal.json().at("/recordedByIssuer").asBoolean()).isFalse();
    accounts.buyer().ifMatch(1).post(withdrawal(reversal)).expect(200);

    Http.Answer withdrawn = accounts.seller().ifMatch(1).post(withdrawal(first)).expect(200);

    assertThat(withdrawn.number("version")).isEqualTo(2);
    assertThat(withdrawn.json().has("withdrawnAt")).isTrue();
    String month = "?month=" + accounts.month();
    assertThat(
            accounts
                .buyer()
                .get("/settlement/comparison" + month)
                .number("pairs/0/invoicedGrossFen"))
        .isZero();
    assertThat(
            accounts
                .buyer()
                .get("/settlement/purchases" + month)
                .json()
                .at("/items/0/invoiceNumbers"))
        .isEmpty();
    red.put("number", number());
    assertProblem(accounts.buyer().post("/invoices", red), 422, "original-unknown");
    accounts.seller().post("/invoices", invoice).expect(201);
    Http stranger = Http.as(Fixtures.producerReceiver().trader());
    assertProblem(stranger.ifMatch(2).post(withdrawal(first)), 404, "not-found");
  }

  private static String withdrawal(Http.Answer invoice) {
    return "/invoices/" + invoice.text("id") + "/withdrawal";
  }

  @Test
  void a_malformed_invoice_names_its_fields() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Map<String, Object> invoice = invoice(accounts, accounts.stated(), 150_000);
    invoice.put("number", "12AB");
    invoice.put("statements", List.of());

    Http.Answer answer = accounts.seller().post("/invoices", invoice);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fieldsOf(answer)).containsExactly("number", "statements");
  }

  @ParameterizedTest
  @EnumSource(InvoiceRefusal.class)
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(InvoiceRefusal reason) {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer statement = accounts.stated();
    Http.Answer first =
        accounts.seller().post("/invoices", invoice(accounts, statement, 150_000)).expect(201);
    Map<String, Object> invoice = invoice(accounts, statement, 150_000);
    switch (reason) {
      case SAME_PARTY ->
          invoice.put("counterpartyId", accounts.sellerOrganisation().id().toString());
      case ISSUED_IN_FUTURE ->
          invoice.put("issuedOn", accounts.trade().today().plusDays(1).toString());
      case NUMBER_WITHOUT_CODE -> invoice.put("number", "12345678");
      case NOT_ADDED_UP -> invoice.put("vatFen", 1);
      case RED_LETTER_NEEDS_ORIGINAL -> invoice.put("reversesId", first.text("id"));
      case INVOICE_RECORDED_ALREADY -> invoice.put("number", first.text("number"));
      case ORIGINAL_UNKNOWN -> {
        negate(invoice, statement, 150_000);
        invoice.put("reversesId", statement.text("id"));
      }
      case REVERSED_ABOVE_ORIGINAL -> {
        negate(invoice, statement, 150_001);
        invoice.put("reversesId", first.text("id"));
      }
      case STATEMENT_UNKNOWN ->
          invoice.put(
              "statements", List.of(body("statementId", first.text("id"), "grossFen", 150_000)));
      case PARTS_NOT_ADDED_UP ->
          invoice.put(
              "statements", List.of(body("statementId", statement.text("id"), "grossFen", 1)));
      case NOT_THE_RECORDER, INVOICE_WITHDRAWN, INVOICE_REVERSED -> {}
    }
    Supplier<Http.Answer> write =
        switch (reason) {
          case NOT_THE_RECORDER -> () -> accounts.buyer().ifMatch(1).post(withdrawal(first));
          case INVOICE_WITHDRAWN -> {
            accounts.seller().ifMatch(1).post(withdrawal(first)).expect(200);
            yield () -> accounts.seller().ifMatch(2).post(withdrawal(first));
          }
          case INVOICE_REVERSED -> {
            negate(invoice, statement, 1);
            invoice.put("reversesId", first.text("id"));
            accounts.seller().post("/invoices", invoice).expect(201);
            yield () -> accounts.seller().ifMatch(1).post(withdrawal(first));
          }
          default -> () -> accounts.seller().post("/invoices", invoice);
        };
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer = write.get();

    assertThat(answer.code()).as(answer.toString()).isEqualTo(reason.code());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  private static void negate(Map<String, Object> invoice, Http.Answer statement, long fen) {
    invoice.put("netFen", -fen);
    invoice.put("grossFen", -fen);
    invoice.put("statements", List.of(body("statementId", statement.text("id"), "grossFen", -fen)));
  }

  private static Map<String, Object> received(Accounts accounts, Map<String, Object> invoice) {
    invoice.put("direction", "received");
    invoice.put("counterpartyId", accounts.sellerOrganisation().id().toString());
    return invoice;
  }

  private static String number() {
    return String.format(Locale.ROOT, "263700%014d", Fixtures.nextNumber());
  }

  private static Map<String, Object> invoice(
      Accounts accounts, Http.Answer statement, long grossFen) {
    return body(
        "direction",
        "issued",
        "counterpartyId",
        accounts.buyerOrganisation().id().toString(),
        "kind",
        "special",
        "number",
        number(),
        "issuedOn",
        accounts.trade().today().toString(),
        "netFen",
        grossFen,
        "vatFen",
        0,
        "grossFen",
        grossFen,
        "statements",
        List.of(body("statementId", statement.text("id"), "grossFen", grossFen)));
  }
}
