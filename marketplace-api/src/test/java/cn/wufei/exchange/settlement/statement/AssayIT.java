package cn.wufei.exchange.settlement.statement;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.matching.StreamAssays;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssayIT {

  @Test
  void an_assay_replaces_the_deduction_of_every_load_that_it_covers() {
    Accounts accounts = Accounts.at(100);
    Http.Answer one = accounts.deliver(30_000);
    Http.Answer two = accounts.deliver(20_000);
    Http.Answer apart = accounts.deliver(10_000);
    Http.Answer assay = accounts.buyer().post("/assays", accounts.assay(one, two)).expect(201);

    Http.Answer proposed = accounts.propose();

    Http.Answer lines =
        accounts.buyer().get("/statements/" + proposed.text("id") + "/lines").expect(200);
    assertThat(lines.number("items/0/deductionKg")).isEqualTo(600);
    assertThat(lines.number("items/1/settledKg")).isEqualTo(19_600);
    assertThat(lines.text("items/1/assayId")).isEqualTo(assay.text("id"));
    assertThat(lines.number("items/2/settledKg")).isEqualTo(10_000);
    assertThat(proposed.number("totals/acceptedKg")).isEqualTo(60_000);
    assertProblem(
        accounts.buyer().post("/assays", accounts.assay(apart)), 409, "load-on-statement");
    Http.Answer kept =
        accounts.buyer().ifMatch(1).post("/assays/" + assay.text("id") + "/withdrawal");
    assertProblem(kept, 409, "load-on-statement");
    assertThat(kept.text("facts/loads")).isEqualTo(one.text("number") + ", " + two.text("number"));
  }

  @Test
  void matching_is_told_when_loads_of_a_stream_were_last_sampled_as_long_as_that_counts() {
    Accounts accounts = Accounts.at(100);
    Id stream = Id.parse(accounts.trade().streamId());
    StreamAssays assays = TestExchange.get().bean(StreamAssays.class);
    Map<String, Object> older = accounts.assay(accounts.deliver(30_000));
    Map<String, Object> newer = accounts.assay(accounts.deliver(20_000));
    LocalDate last = LocalDate.parse(String.valueOf(newer.get("sampledOn")));
    older.put("sampledOn", last.minusDays(3).toString());
    assertThat(assays.lastSampledOn(List.of(stream))).isEmpty();

    accounts.buyer().post("/assays", older).expect(201);
    String id = accounts.buyer().post("/assays", newer).expect(201).text("id");

    assertThat(assays.lastSampledOn(List.of(stream, Id.next()))).isEqualTo(Map.of(stream, last));
    accounts.buyer().ifMatch(1).post("/assays/" + id + "/withdrawal").expect(200);
    assertThat(assays.lastSampledOn(List.of(stream))).isEqualTo(Map.of(stream, last.minusDays(3)));
  }

  @Test
  void loads_on_no_statement_are_offered_and_those_that_are_taken_are_named() {
    Accounts accounts = Accounts.at(100);
    Http.Answer stated = accounts.deliver(30_000);
    Http.Answer statement = accounts.propose();
    Http.Answer open = accounts.deliver(20_000);
    String path = "/loads?status=received&unstated=true&agreementId=" + accounts.agreementId();
    assertThat(numbersOf(accounts.buyer().get(path))).containsExactly(open.text("number"));
    assertThat(numbersOf(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get(path))).isEmpty();

    assertTaken(
        accounts.buyer().post("/assays", accounts.assay(open, stated)),
        "load-on-statement",
        stated.text("number"));
    accounts.buyer().post("/assays", accounts.assay(open)).expect(201);
    assertTaken(
        accounts.buyer().post("/assays", accounts.assay(stated, open)),
        "load-assayed-already",
        open.text("number"));

    accounts.seller().ifMatch(1).post("/statements/" + statement.text("id") + "/withdrawal");
    assertThat(numbersOf(accounts.seller().get(path)))
        .containsExactly(open.text("number"), stated.text("number"));
  }

  @Test
  void of_many_loads_that_are_taken_the_first_ten_are_named() {
    Accounts accounts = Accounts.at(100);
    Http.Answer[] loads =
        IntStream.range(0, 11).mapToObj(_ -> accounts.deliver(10_000)).toArray(Http.Answer[]::new);
    accounts.propose();

    Http.Answer refused = accounts.buyer().post("/assays", accounts.assay(loads));

    assertThat(refused.number("facts/count")).isEqualTo(11);
    assertThat(refused.text("facts/loads"))
        .contains(loads[0].text("number"), loads[9].text("number"))
        .doesNotContain(loads[10].text("number"))
        .endsWith(", …");
  }

  private static void assertTaken(Http.Answer refused, String code, String number) {
    assertProblem(refused, 409, code);
    assertThat(fieldsOf(refused)).containsExactly("loadIds");
    assertThat(refused.number("facts/count")).isEqualTo(1);
    assertThat(refused.text("facts/loads")).isEqualTo(number);
  }

  private static List<String> numbersOf(Http.Answer loads) {
    return loads.expect(200).json().at("/items").findValuesAsText("number");
  }

  @Test
  void an_assay_that_is_withdrawn_counts_no_more() {
    Accounts accounts = Accounts.at(100);
    Http.Answer load = accounts.deliver(30_000);
    Http.Answer assay = accounts.buyer().post("/assays", accounts.assay(load)).expect(201);
    assertProblem(
        accounts.seller().post("/assays", accounts.assay(load)), 409, "load-assayed-already");
    assertProblem(
        accounts.seller().ifMatch(1).post("/assays/" + assay.text("id") + "/withdrawal"),
        403,
        "not-the-recorder");

    accounts.buyer().ifMatch(1).post("/assays/" + assay.text("id") + "/withdrawal").expect(200);

    assertProblem(
        accounts.buyer().ifMatch(2).post("/assays/" + assay.text("id") + "/withdrawal"),
        409,
        "assay-withdrawn");
    assertThat(accounts.propose().number("totals/settledKg")).isEqualTo(30_000);
  }

  @Test
  void a_malformed_assay_names_its_fields() {
    Accounts accounts = Accounts.at(100);
    Map<String, Object> assay = accounts.assay();
    assay.put("laboratory", " ");

    Http.Answer answer = accounts.buyer().post("/assays", assay);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fieldsOf(answer)).containsExactly("laboratory", "loadIds");
  }

  @ParameterizedTest
  @EnumSource(AssayRefusal.class)
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(AssayRefusal reason) {
    Accounts accounts =
        Accounts.at(
            100,
            reason == AssayRefusal.OTHER_SIDES_ASSAY ? "seller" : "third-party",
            adjustmentsFor(reason));
    Http.Answer load = accounts.deliver(30_000);
    Map<String, Object> assay = accounts.assay(load);
    Http.Answer answer =
        switch (reason) {
          case OTHER_SIDES_ASSAY -> refused(() -> accounts.buyer().post("/assays", assay));
          case NOTHING_MEASURED -> {
            assay.put("terms", measuringNothing());
            yield refused(() -> accounts.buyer().post("/assays", assay));
          }
          case SAMPLED_IN_FUTURE -> {
            assay.put("sampledOn", accounts.trade().today().plusDays(1).toString());
            yield refused(() -> accounts.buyer().post("/assays", assay));
          }
          case PARAMETER_UNKNOWN -> {
            assay.put("results", List.of(body("parameter", "colour", "measured", 1)));
            yield refused(() -> accounts.buyer().post("/assays", assay));
          }
          case ADJUSTED_PARAMETER_MISSING -> refused(() -> accounts.buyer().post("/assays", assay));
          case PRICE_OUT_OF_BOUNDS -> {
            assay.put("results", List.of(body("parameter", "cao", "measured", 30)));
            yield refused(() -> accounts.buyer().post("/assays", assay));
          }
          case LOAD_NOT_OF_AGREEMENT -> {
            assay.put("loadIds", List.of(load.text("id"), load.text("id")));
            yield refused(() -> accounts.buyer().post("/assays", assay));
          }
          case LOAD_ASSAYED_ALREADY -> {
            accounts.seller().post("/assays", assay).expect(201);
            yield refused(() -> accounts.buyer().post("/assays", assay));
          }
          case LOAD_ON_STATEMENT -> {
            accounts.propose();
            yield refused(() -> accounts.buyer().post("/assays", assay));
          }
          case LOADS_OF_SEVERAL_PRICES -> {
            assay.put("loadIds", List.of(load.text("id"), amendedSince(accounts).text("id")));
            yield refused(() -> accounts.buyer().post("/assays", assay));
          }
          case NOT_THE_RECORDER -> {
            String path = withdrawalOf(accounts.seller().post("/assays", assay));
            yield refused(() -> accounts.buyer().ifMatch(1).post(path));
          }
          case ASSAY_WITHDRAWN -> {
            String path = withdrawalOf(accounts.buyer().post("/assays", assay));
            accounts.buyer().ifMatch(1).post(path).expect(200);
            yield refused(() -> accounts.buyer().ifMatch(2).post(path));
          }
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(reason.code());
  }

  /// A load of the day before the price of the agreement changed.
  private static Http.Answer amendedSince(Accounts accounts) {
    Trade trade = accounts.trade();
    Instant before = LocalCalendar.startOf(trade.today()).minusSeconds(7_200);
    Map<String, Object> load = trade.load(accounts.agreementId(), 10_000);
    load.put("dispatchedAt", before.toString());
    Map<String, Object> receipt = trade.receipt(10_000, 0);
    receipt.put("receivedAt", before.plusSeconds(3_600).toString());
    Http.Answer sent = Http.as(trade.producer().gate()).post("/loads", load).expect(201);
    long agreement = Books.numberOf(accounts.agreementId());
    Books.write(
        "insert into deal_agreement_price select id, agreement_id, 2, ?, 90, 0, made_at"
            + " from deal_document where agreement_id = ?",
        trade.today().toString(),
        agreement);
    Books.write("update deal_agreement set repriced = 1 where id = ?", agreement);
    return trade.receive(sent, receipt).expect(200);
  }

  private static Map<String, Object> measuringNothing() {
    return body("moistureBasisPct", 10, "impurityBasisPct", 0, "deductionRule", "excess-points");
  }

  private static List<Map<String, Object>> adjustmentsFor(AssayRefusal reason) {
    return switch (reason) {
      case ADJUSTED_PARAMETER_MISSING, PRICE_OUT_OF_BOUNDS ->
          List.of(
              body(
                  "parameter",
                  "cao",
                  "basis",
                  "dry",
                  "guaranteed",
                  40,
                  "bands",
                  List.of(body("yuanPerTPerUnit", 99_999))));
      default -> List.of();
    };
  }

  private static String withdrawalOf(Http.Answer assay) {
    return "/assays/" + assay.expect(201).text("id") + "/withdrawal";
  }

  private static Http.Answer refused(Supplier<Http.Answer> write) {
    Map<String, Long> before = Books.rowCounts();
    Http.Answer answer = write.get();
    assertThat(Books.rowCounts()).isEqualTo(before);
    return answer;
  }
}
