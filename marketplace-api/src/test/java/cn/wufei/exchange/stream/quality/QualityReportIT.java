package cn.wufei.exchange.stream.quality;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityReportIT {

  private final Trade trade = Trade.begin();
  private final String reports = "/streams/" + trade.streamId() + "/quality-reports";

  @Test
  void what_a_laboratory_found_is_recorded_and_read_again() {
    Map<String, Object> draft = draft("R-1");
    draft.put("method", "GB/T 18046-2017");
    draft.put("validTo", trade.today().plusDays(300).toString());
    draft.put("note", "堆场三点取样");

    Http.Answer recorded = trade.seller().post(reports, draft).expect(201);

    JsonNode one = trade.seller().get("/quality-reports/" + recorded.text("id")).json();
    assertThat(one.at("/status").asText()).isEqualTo("current");
    assertThat(one.at("/laboratory").asText()).isEqualTo("钢城质检站");
    assertThat(one.at("/method").asText()).isEqualTo("GB/T 18046-2017");
    assertThat(one.at("/note").asText()).isEqualTo("堆场三点取样");
    assertThat(one.at("/values").toString())
        .isEqualTo(
            """
            [{"parameter":"moisture","min":8,"max":9.5,"basis":"wet"},\
            {"parameter":"tfe","min":1.25,"max":1.25,"basis":"dry"}]\
            """);
    assertThat(trade.seller().get(reports).json().at("/items/0")).isEqualTo(one);
    assertThat(Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).get(reports).json().at("/items/0"))
        .isEqualTo(one);
  }

  @Test
  void bad_input_names_its_field_and_leaves_nothing() {
    Map<String, Object> empty = draft(" ");
    empty.put("values", List.of());
    Map<String, Object> unknown = draft("R-1");
    unknown.put("values", List.of(value("glow", 1, 2, "dry")));
    Map<String, Object> basis = draft("R-1");
    basis.put("values", List.of(value("moisture", 1, 2, "damp")));

    assertThat(fieldsOf(trade.seller().post(reports, empty).expect(400)))
        .containsExactlyInAnyOrder("reportNumber", "values");
    Http.Answer refused = trade.seller().post(reports, unknown);
    assertProblem(refused, 422, "value-parameter-unknown");
    assertThat(fieldsOf(refused)).containsExactly("values[0].parameter");
    assertThat(fieldsOf(trade.seller().post(reports, basis).expect(400)))
        .containsExactly("values[0].basis");
    assertThat(trade.seller().get(reports).json().at("/items")).isEmpty();
  }

  @Test
  void a_report_stands_once_and_may_be_recorded_again_when_it_was_withdrawn() {
    Http.Answer first = trade.seller().post(reports, draft("R-1")).expect(201);
    String path = "/quality-reports/" + first.text("id") + "/withdrawal";
    Http.Answer again = trade.seller().post(reports, draft("R-1"));
    assertProblem(again, 409, "report-recorded-already");
    assertThat(fieldsOf(again)).containsExactly("reportNumber");

    Map<String, Object> reason = Trade.body("reason", "水分抄错");
    assertProblem(trade.seller().ifMatch(7).post(path, reason), 412, "version-stale");
    Http.Answer withdrawn = trade.seller().ifMatch(1).post(path, reason).expect(200);
    assertThat(withdrawn.text("status")).isEqualTo("withdrawn");
    assertThat(withdrawn.text("withdrawalReason")).isEqualTo("水分抄错");
    assertProblem(trade.seller().ifMatch(2).post(path, reason), 409, "report-withdrawn");

    trade.seller().post(reports, draft("R-1")).expect(201);
    assertThat(trade.seller().get(reports).json().at("/items").findValuesAsText("status"))
        .containsExactly("current", "withdrawn");
  }

  @Test
  void of_two_who_record_the_same_report_at_once_one_is_told() throws Exception {
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> both =
          IntStream.range(0, 4)
              .<Callable<Integer>>mapToObj(
                  _ -> () -> trade.seller().post(reports, draft("R-9")).status())
              .toList();
      for (Future<Integer> answer : threads.invokeAll(both)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
  }

  @Test
  void nobody_else_sees_or_withdraws_a_report_that_is_not_shown() {
    Map<String, Object> own = draft("R-1");
    own.put("shared", false);
    String id = trade.seller().post(reports, own).expect(201).text("id");
    String shown = trade.seller().post(reports, draft("R-2")).expect(201).text("id");
    String lot = trade.publish(10_000).text("id");

    assertThat(trade.buyer().get("/quality-reports/" + id).status()).isEqualTo(404);
    assertThat(trade.buyer().get("/quality-reports/" + shown).status()).isEqualTo(404);
    assertThat(Http.as(Fixtures.producer().trader()).get(reports).status()).isEqualTo(404);
    assertThat(Http.as(Fixtures.producer().trader()).post(reports, draft("R-3")).status())
        .isEqualTo(404);
    assertThat(
            Http.as(Fixtures.producer().trader())
                .ifMatch(1)
                .post("/quality-reports/" + id + "/withdrawal", Trade.body("reason", "x"))
                .status())
        .isEqualTo(404);
    assertThat(withLot(trade.buyer(), lot)).containsExactly(shown);
    assertThat(withLot(trade.seller(), lot)).containsExactly(shown, id);
    assertThat(withLot(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)), lot))
        .containsExactly(shown, id);
  }

  @Test
  void a_withdrawn_report_is_not_shown_with_a_lot_and_a_paused_lot_shows_none() {
    String id = trade.seller().post(reports, draft("R-1")).expect(201).text("id");
    String lot = "/lots/" + trade.publish(10_000).text("id");
    assertThat(trade.buyer().get(lot + "/quality-reports").json().at("/items")).hasSize(1);

    trade
        .seller()
        .ifMatch(1)
        .post("/quality-reports/" + id + "/withdrawal", Trade.body("reason", "样品混批"))
        .expect(200);
    assertThat(trade.buyer().get(lot + "/quality-reports").json().at("/items")).isEmpty();

    trade.seller().ifMatch(1).post(lot + "/pause").expect(200);
    assertThat(trade.buyer().get(lot + "/quality-reports").status()).isEqualTo(404);
  }

  @Test
  void many_reports_come_page_by_page() {
    for (int i = 0; i < 3; i++) {
      trade.seller().post(reports, draft("R-" + i)).expect(201);
    }

    Http.Answer first = trade.seller().get(reports + "?limit=2").expect(200);
    Http.Answer second = trade.seller().get(reports + "?limit=2&cursor=" + first.text("next"));

    assertThat(first.json().at("/items").findValuesAsText("reportNumber"))
        .containsExactly("R-2", "R-1");
    assertThat(second.json().at("/items").findValuesAsText("reportNumber")).containsExactly("R-0");
  }

  @Test
  void an_organisation_is_told_once_of_a_report_that_runs_out_and_was_not_followed_by_another() {
    Trade other = Trade.begin();
    String path = "/streams/" + other.streamId() + "/quality-reports";
    trade.seller().post(reports, ending("R-1", 30)).expect(201);
    trade.seller().post(reports, ending("R-2", 31)).expect(201);
    other.seller().post(path, ending("R-1", 3)).expect(201);
    Map<String, Object> newer = draft("R-2");
    newer.put("sampledOn", other.today().minusDays(9).toString());
    other.seller().post(path, newer).expect(201);

    sweep();
    sweep();

    JsonNode told = notices(trade.seller());
    assertThat(told).hasSize(1);
    assertThat(told.at("/0/kind").asText()).isEqualTo("report-expiring");
    assertThat(told.at("/0/subjects/stream").asText()).isEqualTo(trade.streamId());
    assertThat(told.at("/0/facts/reportNumber").asText()).isEqualTo("R-1");
    assertThat(told.at("/0/facts/validTo").asText())
        .isEqualTo(trade.today().plusDays(30).toString());
    assertThat(notices(other.seller())).isEmpty();
  }

  @Test
  void the_day_of_a_sample_counts_while_its_report_holds() {
    Id stream = Id.parse(trade.streamId());
    QualityReports facade = TestExchange.get().bean(QualityReports.class);
    assertThat(facade.lastSampledOn(List.of(stream))).isEmpty();

    trade.seller().post(reports, ending("R-1", 0)).expect(201);
    assertThat(facade.lastSampledOn(List.of(stream)))
        .containsExactly(Map.entry(stream, trade.today().minusDays(10)));

    Books.write(
        "update stream_quality_report set valid_to = ?, reported_on = sampled_on where stream_id = ?",
        trade.today().minusDays(1).toString(),
        stream.value());
    assertThat(facade.lastSampledOn(List.of(stream))).isEmpty();
  }

  @Test
  void what_a_laboratory_found_holds_a_lot_that_does_not_state_it() {
    Http.Answer before = trade.publish(10_000);
    Map<String, Object> caustic = draft("R-PH");
    caustic.put("shared", false);
    caustic.put("values", List.of(value("ph", 11.9, 12.6, "none")));
    Http.Answer recorded = trade.seller().post(reports, caustic).expect(201);
    String report = recorded.text("id");

    assertThat(recorded.json().at("/heldBy/ruleEn").asText()).contains("12.5");
    assertThat(trade.seller().get(reports).json().at("/items/0/heldBy"))
        .isEqualTo(recorded.json().at("/heldBy"));
    Http.Answer refused = trade.seller().post("/lots", trade.lot(10_000));
    Http.Answer offered = trade.buyer().post("/offers", trade.offer(before.text("id"), 10_000));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().toString()).contains("identification-threshold");
    assertThat(offered.status()).isEqualTo(422);
    assertThat(offered.json().toString()).contains("identification-threshold");
    assertThat(trade.lotNow(before.text("id")).text("status"))
        .as("what is on the market stays, and cannot be traded")
        .isEqualTo("published");

    trade
        .seller()
        .ifMatch(1)
        .post("/quality-reports/" + report + "/withdrawal", Trade.body("reason", "样品混批"))
        .expect(200);
    assertThat(trade.seller().get(reports).json().at("/items/0").has("heldBy")).isFalse();
    trade.seller().post("/lots", trade.lot(10_000)).expect(201);
  }

  private static List<String> withLot(Http who, String lot) {
    return who.get("/lots/" + lot + "/quality-reports")
        .expect(200)
        .json()
        .at("/items")
        .findValuesAsText("id");
  }

  private static JsonNode notices(Http who) {
    return who.get("/notices").expect(200).json().at("/items");
  }

  private static void sweep() {
    TestExchange.get().bean(WarnOfReports.class).run();
  }

  private Map<String, Object> ending(String number, int days) {
    Map<String, Object> draft = draft(number);
    draft.put("validTo", trade.today().plusDays(days).toString());
    return draft;
  }

  private Map<String, Object> draft(String number) {
    return Trade.body(
        "laboratory",
        "钢城质检站",
        "reportNumber",
        number,
        "sampledOn",
        trade.today().minusDays(10).toString(),
        "reportedOn",
        trade.today().minusDays(2).toString(),
        "shared",
        true,
        "values",
        List.of(value("moisture", 8, 9.5, "wet"), value("tfe", 1.25, 1.25, "dry")));
  }

  private static Map<String, Object> value(String parameter, Number min, Number max, String basis) {
    return Trade.body("parameter", parameter, "min", min, "max", max, "basis", basis);
  }
}
