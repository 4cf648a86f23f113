package cn.wufei.exchange.settlement.statement;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.price.TestIndex;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementIT {

  @Test
  void what_both_agree_to_is_due_and_every_unit_sums_to_zero() {
    Accounts accounts = Accounts.at(62.5);
    accounts.deliver(30_000);
    accounts.deliver(30_125);

    Http.Answer proposed = accounts.propose();
    assertThat(accounts.held("due")).isZero();
    Http.Answer agreed = accounts.agree(proposed).expect(200);

    assertThat(agreed.text("status")).isEqualTo("agreed");
    assertThat(agreed.number("totals/loads")).isEqualTo(2);
    assertThat(agreed.number("totals/settledKg")).isEqualTo(60_125);
    assertThat(agreed.number("totals/grossFen")).isEqualTo(187_500 + 188_281);
    assertThat(agreed.json().at("/totals/vatFen").isMissingNode()).isTrue();
    assertThat(accounts.held("due")).isEqualTo(375_781);
    Accounts.assertBooksBalance();
    Http.Answer lines =
        accounts.buyer().get("/statements/" + agreed.text("id") + "/lines").expect(200);
    assertThat(lines.number("items/1/settledKg")).isEqualTo(30_125);
    assertThat(lines.text("items/1/destinationTicket")).startsWith("R-");
  }

  @Test
  void at_a_negative_price_the_producer_owes() {
    Accounts accounts = Accounts.at(-12.5);
    accounts.deliver(30_000);

    Http.Answer agreed = accounts.stated();

    assertThat(agreed.number("totals/grossFen")).isEqualTo(-37_500);
    assertThat(accounts.held("due")).isEqualTo(-37_500);
    Accounts.assertBooksBalance();
  }

  @Test
  void the_side_that_is_paid_says_at_which_rate_of_tax() {
    Accounts accounts = Accounts.at(100);
    accounts.deliver(11_300);
    accounts.seller().ifMatch(0).put("/settlement/vat-rate", body("rateBp", 1300)).expect(200);

    Http.Answer proposed = accounts.propose();

    assertThat(proposed.number("terms/vatRateBp")).isEqualTo(1300);
    assertThat(proposed.number("totals/netFen")).isEqualTo(100_000);
    assertThat(proposed.number("totals/vatFen")).isEqualTo(13_000);
    assertThat(proposed.number("totals/grossFen")).isEqualTo(113_000);
    assertProblem(
        accounts.seller().ifMatch(0).put("/settlement/vat-rate", body("rateBp", 900)),
        412,
        "version-stale");
  }

  @Test
  void a_load_is_on_one_statement_that_counts() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer first = accounts.propose();

    assertProblem(accounts.seller().post("/statements", accounts.draft()), 409, "nothing-to-state");
    accounts
        .seller()
        .ifMatch(1)
        .post("/statements/" + first.text("id") + "/withdrawal")
        .expect(200);
    accounts.stated();
    assertProblem(accounts.seller().post("/statements", accounts.draft()), 409, "nothing-to-state");
    accounts.deliver(20_000);
    assertThat(accounts.propose().number("totals/settledKg")).isEqualTo(20_000);
  }

  @Test
  void two_drafts_at_once_share_no_load() throws Exception {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    CountDownLatch start = new CountDownLatch(1);

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Http.Answer>> answers =
          List.of(accounts.seller(), accounts.seller()).stream()
              .map(http ->
                  threads.submit(() -> {
                    start.await();
                    return http.post("/statements", accounts.draft());
                  }))
              .toList();
      start.countDown();
      assertThat(List.of(answers.getFirst().get().status(), answers.getLast().get().status()))
          .containsExactlyInAnyOrder(201, 409);
    }
  }

  @Test
  void a_disputed_statement_may_be_withdrawn_by_either_side_or_agreed_after_all() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer first = accounts.propose();
    String path = "/statements/" + first.text("id");

    assertProblem(
        accounts.buyer().ifMatch(1).post(path + "/withdrawal"), 403, "not-yours-to-withdraw");
    Http.Answer disputed =
        accounts.buyer().ifMatch(1).post(path + "/dispute", body("reason", "第二车水分未扣")).expect(200);
    assertThat(disputed.text("status")).isEqualTo("disputed");
    assertThat(disputed.text("disputeReason")).isEqualTo("第二车水分未扣");
    accounts.buyer().ifMatch(2).post(path + "/withdrawal").expect(200);
    Http.Answer second = accounts.propose();
    accounts
        .buyer()
        .ifMatch(1)
        .post("/statements/" + second.text("id") + "/dispute", body("reason", "数量"))
        .expect(200);
    accounts.buyer().ifMatch(2).post("/statements/" + second.text("id") + "/agreement").expect(200);
    assertThat(accounts.held("due")).isEqualTo(150_000);
  }

  @Test
  void what_a_statement_does_not_hold_is_left_for_another_one() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    multiply(accounts);

    try {
      Http.Answer first = accounts.propose();
      Http.Answer second = accounts.propose();

      assertThat(first.number("totals/loads")).isEqualTo(DraftStatement.LOADS_MAX);
      assertThat(second.number("totals/loads")).isEqualTo(4_096 - DraftStatement.LOADS_MAX);
    } finally {
      Books.change(
          "delete from transfer_load where seller_id = ? and number like 'X%'",
          accounts.sellerOrganisation().id().value());
    }
  }

  @Test
  void a_repeated_request_is_answered_as_before_and_charges_once() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer first =
        accounts.seller().withKey("money-draft-1").post("/statements", accounts.draft());
    Http.Answer again =
        accounts.seller().withKey("money-draft-1").post("/statements", accounts.draft());
    String path = "/statements/" + first.expect(201).text("id") + "/agreement";

    Http.Answer agreed =
        accounts.buyer().ifMatch(1).withKey("money-agree-1").post(path).expect(200);
    Http.Answer twice = accounts.buyer().ifMatch(1).withKey("money-agree-1").post(path).expect(200);

    assertThat(again.expect(201).json()).isEqualTo(first.json());
    assertThat(twice.json()).isEqualTo(agreed.json());
    assertThat(accounts.held("due")).isEqualTo(150_000);
    assertProblem(accounts.buyer().ifMatch(2).post(path), 409, "statement-not-open");
  }

  @Test
  void strangers_and_authorities_see_no_statement_and_no_assay() {
    Accounts accounts = Accounts.at(50);
    Http.Answer load = accounts.deliver(30_000);
    String assay = accounts.buyer().post("/assays", accounts.assay(load)).expect(201).text("id");
    String statement = accounts.propose().text("id");
    Http stranger = Http.as(Fixtures.producerReceiver().admin());

    for (String path :
        List.of(
            "/statements/" + statement,
            "/statements/" + statement + "/lines",
            "/assays/" + assay)) {
      assertProblem(stranger.get(path), 404, "not-found");
      assertThat(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get(path).status()).isEqualTo(403);
    }
    for (String how : List.of("agreement", "withdrawal")) {
      assertProblem(
          stranger.ifMatch(1).post("/statements/" + statement + "/" + how), 404, "not-found");
    }
    assertProblem(
        stranger.ifMatch(1).post("/statements/" + statement + "/dispute", body("reason", "x")),
        404,
        "not-found");
    assertProblem(stranger.post("/assays", accounts.assay(load)), 404, "not-found");
    assertThat(stranger.get("/statements").expect(200).json().at("/items")).isEmpty();
    assertThat(stranger.get("/assays").expect(200).json().at("/items")).isEmpty();
    assertThat(accounts.buyer().get("/statements?status=proposed").expect(200).json().at("/items"))
        .hasSize(1);
    assertThat(accounts.buyer().get("/assays").expect(200).json().at("/items")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # field,        value,     path
            month,        2026-13,   month
            month,        ,          month
            side,         nobody,    side
            counterpartyId, x,       counterpartyId
          """)
  void a_malformed_draft_names_its_field(String field, @Nullable String value, String path) {
    Accounts accounts = Accounts.at(50);
    Map<String, Object> draft = accounts.draft();
    draft.put(field, value == null ? "" : value);

    Http.Answer answer = accounts.seller().post("/statements", draft);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fieldsOf(answer)).containsExactly(path);
  }

  @ParameterizedTest
  @EnumSource(StatementRefusal.class)
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(
      StatementRefusal reason) {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer answer =
        switch (reason) {
          case SAME_PARTY ->
              draftWith(accounts, "counterpartyId", accounts.sellerOrganisation().id().toString());
          case MONTH_NOT_BEGUN -> draftWith(accounts, "month", "2099-01");
          case NOTHING_TO_STATE -> draftWith(accounts, "side", "buyer");
          case PRICE_OF_MONTH_MISSING -> {
            Accounts indexed = Accounts.under(new TestIndex("2020-01", 100).terms(1, 0));
            indexed.deliver(30_000);
            yield refusedWrite(() -> indexed.seller().post("/statements", indexed.draft()));
          }
          case MOISTURE_MISSING -> {
            Accounts dry = Accounts.under(body("formula", body("tonne", "dry")));
            dry.deliver(30_000);
            yield refusedWrite(() -> dry.seller().post("/statements", dry.draft()));
          }
          case STATEMENT_NOT_AGREED -> {
            Http.Answer open = accounts.propose();
            yield refusedWrite(() -> correct(accounts, open, lineOf(accounts, open), 1_000));
          }
          case LINE_UNKNOWN -> {
            Http.Answer agreed = accounts.stated();
            yield refusedWrite(() -> correct(accounts, agreed, agreed.text("id"), 1_000));
          }
          case NOTHING_CORRECTED -> {
            Http.Answer agreed = accounts.stated();
            yield refusedWrite(() -> correct(accounts, agreed, lineOf(accounts, agreed), 30_000));
          }
          case LINE_CORRECTED_ALREADY -> {
            Http.Answer agreed = accounts.stated();
            correct(accounts, agreed, lineOf(accounts, agreed), 29_000).expect(201);
            yield refusedWrite(() -> correct(accounts, agreed, lineOf(accounts, agreed), 28_000));
          }
          case STATEMENT_NOT_OPEN -> {
            Http.Answer agreed = accounts.stated();
            yield refusedWrite(() -> accounts.agree(agreed));
          }
          case NOT_YOURS_TO_ANSWER -> {
            String path = "/statements/" + accounts.propose().text("id") + "/agreement";
            yield refusedWrite(() -> accounts.seller().ifMatch(1).post(path));
          }
          case NOT_YOURS_TO_WITHDRAW -> {
            String path = "/statements/" + accounts.propose().text("id") + "/withdrawal";
            yield refusedWrite(() -> accounts.buyer().ifMatch(1).post(path));
          }
          case STATEMENT_OUTDATED -> {
            Http.Answer load = accounts.deliver(20_000);
            Http.Answer proposed = accounts.propose();
            accounts.voidReceipt(load);
            yield refusedWrite(() -> accounts.agree(proposed));
          }
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(reason.code());
  }

  private static Http.Answer draftWith(Accounts accounts, String field, String value) {
    Map<String, Object> draft = accounts.draft();
    draft.put(field, value);
    return refusedWrite(() -> accounts.seller().post("/statements", draft));
  }

  /// Makes of one load more than a statement holds: four thousand trucks through the gate would
  /// take minutes.
  private static void multiply(Accounts accounts) {
    long seller = accounts.sellerOrganisation().id().value();
    for (int bit = 0; 1 << bit <= DraftStatement.LOADS_MAX; bit++) {
      Books.change(
          "insert into transfer_load (id, number, version, status, agreement_id, agreement_number,"
              + " stream_id, material_key, seller_id, buyer_id, seller_site_id, buyer_site_id,"
              + " plate, origin_ticket, origin_gross_kg, origin_tare_kg, dispatched_at,"
              + " beyond_stock_kg, beyond_agreement_kg, destination_ticket, destination_gross_kg,"
              + " destination_tare_kg, received_at, rejected_kg, accepted_kg, settled_kg,"
              + " deduction_kg, difference_beyond_tolerance) select id + ?, concat('X', id + ?),"
              + " version, status, agreement_id, agreement_number, stream_id, material_key,"
              + " seller_id, buyer_id, seller_site_id, buyer_site_id, plate, origin_ticket,"
              + " origin_gross_kg, origin_tare_kg, dispatched_at, 0, 0, destination_ticket,"
              + " destination_gross_kg, destination_tare_kg, received_at, 0, accepted_kg,"
              + " settled_kg, 0, false from transfer_load where seller_id = ?",
          1L << (48 + bit),
          1L << (48 + bit),
          seller);
    }
  }

  private static Http.Answer refusedWrite(Supplier<Http.Answer> write) {
    Map<String, Long> before = Books.rowCounts();
    Http.Answer answer = write.get();
    assertThat(Books.rowCounts()).isEqualTo(before);
    return answer;
  }

  private static String lineOf(Accounts accounts, Http.Answer statement) {
    return accounts
        .buyer()
        .get("/statements/" + statement.text("id") + "/lines")
        .expect(200)
        .text("items/0/id");
  }

  private static Http.Answer correct(
      Accounts accounts, Http.Answer statement, String line, long settledKg) {
    return accounts
        .buyer()
        .post(
            "/statements/" + statement.text("id") + "/corrections",
            body(
                "lines",
                List.of(
                    body(
                        "lineId",
                        line,
                        "acceptedKg",
                        30_000,
                        "settledKg",
                        settledKg,
                        "priceYuanPerT",
                        50,
                        "freightFen",
                        0)),
                "usePrepayment",
                false,
                "reason",
                "复核"));
  }
}
