package cn.wufei.exchange.stream;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Streams and what is recorded of them, through the API.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamIT {

  @Test
  void use_beyond_the_recorded_stock_is_recorded_and_cleared_by_the_months_generation() {
    TestOrganisation plant = Fixtures.producer();
    String stream = registered(plant);
    enter(plant, stream, "generation", 10_000, "2025-05-31");

    enter(plant, stream, "own-use", 13_000, "2025-06-15");

    assertThat(balance(plant, stream)).containsExactly(0L, 3_000L, -3_000L);

    enter(plant, stream, "generation", 10_000, "2025-06-30");

    assertThat(balance(plant, stream)).containsExactly(7_000L, 0L, 7_000L);
  }

  @Test
  void a_count_clears_what_left_unrecorded_and_keeps_the_rest_as_residual() {
    TestOrganisation plant = Fixtures.producer();
    String stream = registered(plant);
    enter(plant, stream, "generation", 10_000, "2025-05-31");
    enter(plant, stream, "own-use", 13_000, "2025-06-15");

    Http.Answer count = takeStock(plant, stream, 500, "survey");

    assertThat(count.number("ledgerKg")).isEqualTo(-3_000);
    assertThat(count.number("clearedKg")).isEqualTo(3_000);
    assertThat(count.number("residualKg")).isEqualTo(500);
    assertThat(balance(plant, stream)).containsExactly(0L, 0L, 0L);
  }

  @Test
  void a_declaration_clears_nothing() {
    TestOrganisation plant = Fixtures.producer();
    String stream = registered(plant);
    enter(plant, stream, "own-use", 3_000, "2025-06-15");

    Http.Answer declared = takeStock(plant, stream, 500, "declaration");

    assertThat(declared.number("clearedKg")).isZero();
    assertThat(declared.number("residualKg")).isEqualTo(3_500);
    assertThat(balance(plant, stream)).containsExactly(0L, 3_000L, -3_000L);
  }

  @Test
  void the_oldest_stock_is_drawn_first() {
    TestOrganisation plant = Fixtures.producer();
    String stream = registered(plant);
    Map<String, Object> old = entry("opening-stock", 4_000, "2025-01-01");
    old.put("generationYear", 2021);
    post(plant, stream, old).expect(201);
    enter(plant, stream, "generation", 10_000, "2025-05-31");

    Http.Answer use = post(plant, stream, entry("own-use", 5_000, "2025-06-15")).expect(201);

    assertThat(use.number("moves/0/generationYear")).isEqualTo(2021);
    assertThat(use.number("moves/0/kg")).isEqualTo(4_000);
    assertThat(use.number("moves/1/generationYear")).isEqualTo(2025);
    assertThat(use.number("moves/1/kg")).isEqualTo(1_000);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          site-unknown,              siteId,      0000000000001
          material-unknown,          materialKey, unobtainium
          hazardous-waste-refused,   name,        电炉除尘灰
          """)
  void a_stream_that_may_not_be_is_refused(String code, String field, String value) {
    TestOrganisation plant = Fixtures.producer();
    Map<String, Object> body = stream(plant);
    body.put(field, value);

    Http.Answer refused = Http.as(plant.trader()).post("/streams", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isIn(code, "hazardous-look-alike-held");
    assertThat(Http.as(plant.reader()).get("/streams").json().get("items")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          occurred-in-future,          own-use,       2999-01-01, ,     occurredOn
          occurred-too-early,          own-use,       1999-12-31, ,     occurredOn
          generation-year-not-allowed, generation,    2025-01-01, 2020, generationYear
          generation-year-too-late,    opening-stock, 2025-01-01, 2026, generationYear
          """)
  void an_entry_that_may_not_be_is_refused(
      String code, String kind, String day, @Nullable Integer generationYear, String field) {
    TestOrganisation plant = Fixtures.producer();
    String stream = registered(plant);
    Map<String, Object> body = entry(kind, 1_000, day);
    if (generationYear != null) {
      body.put("generationYear", generationYear);
    }

    Http.Answer refused = post(plant, stream, body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.text("fields/0/path")).isEqualTo(field);
    assertThat(balance(plant, stream)).containsExactly(0L, 0L, 0L);
  }

  @Test
  void a_receiver_has_no_streams_and_a_name_is_given_once() {
    TestOrganisation receiver = Fixtures.receiver();
    assertThat(Http.as(receiver.trader()).post("/streams", stream(receiver)).code())
        .isEqualTo("not-a-producer");

    TestOrganisation plant = Fixtures.producer();
    registered(plant);
    assertThat(Http.as(plant.trader()).post("/streams", stream(plant)).code())
        .isEqualTo("stream-name-taken");
  }

  @Test
  void a_malformed_entry_names_its_fields_and_writes_nothing() {
    TestOrganisation plant = Fixtures.producer();
    String stream = registered(plant);

    Http.Answer negative = post(plant, stream, entry("own-use", -5, "2025-01-01"));
    Http.Answer unknownKind = post(plant, stream, entry("evaporation", 5, "2025-01-01"));

    assertThat(negative.status()).isEqualTo(400);
    assertThat(negative.text("fields/0/path")).isEqualTo("quantityKg");
    assertThat(unknownKind.status()).isEqualTo(400);
    assertThat(unknownKind.text("fields/0/path")).isEqualTo("kind");
    assertThat(balance(plant, stream)).containsExactly(0L, 0L, 0L);
  }

  @Test
  void the_same_key_records_once_and_another_organisation_sees_nothing() {
    TestOrganisation plant = Fixtures.producer();
    String stream = registered(plant);
    String key = Http.freshKey();
    String path = "/streams/" + stream + "/entries";
    Map<String, Object> body = entry("generation", 1_000, "2025-01-31");

    Http.Answer first = Http.as(plant.trader()).withKey(key).post(path, body).expect(201);
    Http.Answer again = Http.as(plant.trader()).withKey(key).post(path, body).expect(201);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(balance(plant, stream)).containsExactly(1_000L, 0L, 1_000L);
    Http stranger = Http.as(Fixtures.producer().trader());
    assertThat(stranger.get("/streams/" + stream).status()).isEqualTo(404);
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.post(path, body).status()).isEqualTo(404);
    assertThat(Http.anonymous().post(path, body).status()).isEqualTo(401);
  }

  @Test
  void the_story_of_a_stream_is_paged_newest_first() {
    TestOrganisation plant = Fixtures.producer();
    String stream = registered(plant);
    for (int day = 1; day <= 3; day++) {
      enter(plant, stream, "generation", day, "2025-01-0" + day);
    }

    Http reader = Http.as(plant.reader());
    Http.Answer first = reader.get("/streams/" + stream + "/entries?limit=2").expect(200);
    Http.Answer rest =
        reader
            .get("/streams/" + stream + "/entries?limit=2&cursor=" + first.text("next"))
            .expect(200);

    assertThat(first.text("items/0/occurredOn")).isEqualTo("2025-01-03");
    assertThat(first.json().get("items")).hasSize(2);
    assertThat(rest.text("items/0/occurredOn")).isEqualTo("2025-01-01");
    assertThat(rest.json().get("items")).hasSize(1);
    assertThat(rest.json().has("next")).isFalse();
    assertThat(Id.parse(rest.text("items/0/transferId"))).isNotNull();
  }

  private static long[] balance(TestOrganisation plant, String stream) {
    Http.Answer answer = Http.as(plant.reader()).get("/streams/" + stream).expect(200);
    return new long[] {
      answer.number("balance/onHandKg"),
      answer.number("balance/unreconciledKg"),
      answer.number("balance/netKg")
    };
  }

  private static Http.Answer takeStock(
      TestOrganisation plant, String stream, long kg, String method) {
    return Http.as(plant.trader())
        .post(
            "/streams/" + stream + "/stock-takes",
            Map.of("countedKg", kg, "occurredOn", "2025-06-30", "method", method))
        .expect(201);
  }

  private static void enter(
      TestOrganisation plant, String stream, String kind, long kg, String day) {
    post(plant, stream, entry(kind, kg, day)).expect(201);
  }

  private static Http.Answer post(TestOrganisation plant, String stream, Map<String, Object> body) {
    return Http.as(plant.trader()).post("/streams/" + stream + "/entries", body);
  }

  private static Map<String, Object> entry(String kind, long kg, String day) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", kind);
    body.put("quantityKg", kg);
    body.put("occurredOn", day);
    return body;
  }

  private static String registered(TestOrganisation plant) {
    return Http.as(plant.trader()).post("/streams", stream(plant)).expect(201).text("id");
  }

  private static Map<String, Object> stream(TestOrganisation plant) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("siteId", plant.siteId().toString());
    body.put("materialKey", "bof-slag");
    body.put("classCode", "SW01");
    body.put("name", "转炉钢渣");
    return body;
  }
}
