package cn.wufei.exchange.stream;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Steel slag becomes recovered iron and tail slag, through the API.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessingIT {

  private static final String YEAR_2024 = "from=2024-01&to=2024-12";

  @Test
  void slag_becomes_iron_that_is_used_and_a_tail_that_keeps_its_years() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    String tail = plant.stream(Plant.TAIL, "钢渣尾渣");
    plant.opening(slag, 30_000, "2024-01-01", 2022);
    plant.enter(slag, "generation", 100_000, "2024-06-30");

    Http.Answer done =
        plant
            .process(Plant.processing("2024-07-31", slag, 100_000, tail, 82_000, 15_000))
            .expect(201);

    assertThat(done.number("differenceKg")).isEqualTo(3_000);
    assertThat(done.number("beyondStockKg")).isZero();
    assertThat(done.text("inputs/0/streamName")).isEqualTo("转炉钢渣");
    assertThat(plant.reader().get("/processings/" + done.text("id")).expect(200).json())
        .isEqualTo(done.json());
    assertThat(plant.onHandByYear(slag)).isEqualTo(Map.of(2024, 30_000L));
    assertThat(plant.onHandByYear(tail)).isEqualTo(Map.of(2022, 24_600L, 2024, 57_400L));
    assertThat(Books.heldOfStream("recovered", slag)).isEqualTo(15_000);
    assertThat(Books.heldOfStream("process-loss", slag)).isEqualTo(3_000);
    assertThat(Books.heldOfStream("processing", slag)).isZero();
    assertThat(Books.heldOfStream("generated", tail)).isZero();
    assertThat(Books.sumOf("mass-kg")).isZero();
    assertThat(Books.accountsThatDrifted()).isZero();
  }

  @Test
  void the_rate_counts_the_iron_once_and_no_tonne_twice_as_generated() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    String tail = plant.stream(Plant.TAIL, "钢渣尾渣");
    plant.enter(slag, "generation", 100_000, "2024-06-30");
    plant.process(Plant.processing("2024-07-31", slag, 100_000, tail, 82_000, 15_000)).expect(201);
    plant.enter(tail, "own-use", 50_000, "2024-08-31");

    JsonNode rate = plant.rate(YEAR_2024).json();

    assertThat(rate.at("/total/generatedKg").asLong()).isEqualTo(100_000);
    assertThat(rate.at("/total/producedKg").asLong()).isEqualTo(100_000);
    assertThat(rate.at("/total/recoveredKg").asLong()).isEqualTo(15_000);
    assertThat(rate.at("/total/processLossKg").asLong()).isEqualTo(3_000);
    assertThat(rate.at("/total/rateProvenPct").decimalValue()).isEqualByComparingTo("65.00");
    assertThat(rateOf(rate, slag).at("/producedKg").asLong()).isEqualTo(18_000);
    assertThat(rateOf(rate, tail).at("/producedKg").asLong()).isEqualTo(82_000);
    assertThat(rateOf(rate, tail).at("/rateProvenPct").decimalValue())
        .isEqualByComparingTo("60.98");
    for (String stream : List.of(slag, tail)) {
      String scope = "?" + YEAR_2024 + "&streamId=" + stream;
      JsonNode figures = rateOf(rate, stream);
      assertThat(sumOf(plant, scope, "recovered")).isEqualTo(figures.get("recoveredKg").asLong());
      assertThat(sumOf(plant, scope, "process-loss"))
          .isEqualTo(figures.get("processLossKg").asLong());
      assertThat(sumOf(plant, scope, "brought-in")).isEqualTo(figures.get("broughtInKg").asLong());
      assertThat(sumOf(plant, scope, "passed-on")).isEqualTo(figures.get("passedOnKg").asLong());
      assertThat(sumOf(plant, scope, "on-hand")).isEqualTo(figures.get("onHandKg").asLong());
    }
    assertThat(sumOf(plant, "?" + YEAR_2024, "on-hand"))
        .isEqualTo(rate.at("/total/onHandKg").asLong());
    assertThat(sumOf(plant, "?" + YEAR_2024, "brought-in")).isEqualTo(82_000);
  }

  @Test
  void a_processing_beyond_the_stock_is_recorded_and_the_months_generation_clears_it() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    String tail = plant.stream(Plant.TAIL, "钢渣尾渣");
    plant.enter(slag, "generation", 60_000, "2024-06-30");
    plant.enter(tail, "own-use", 5_000, "2024-07-01");

    Http.Answer done =
        plant
            .process(Plant.processing("2024-07-31", slag, 100_000, tail, 95_000, 15_000))
            .expect(201);

    assertThat(done.number("beyondStockKg")).isEqualTo(40_000);
    assertThat(done.number("differenceKg")).isEqualTo(-10_000);
    assertThat(Books.heldOfStream("process-loss", slag)).isEqualTo(-10_000);
    assertThat(plant.balance(slag)).containsExactly(0L, 40_000L, -40_000L);
    assertThat(plant.balance(tail)).containsExactly(90_000L, 0L, 90_000L);

    plant.enter(slag, "generation", 50_000, "2024-07-31");

    assertThat(plant.balance(slag)).containsExactly(10_000L, 0L, 10_000L);
    assertThat(Books.sumOf("mass-kg")).isZero();
  }

  @Test
  void several_streams_become_several_others() {
    Plant plant = Plant.begin();
    String one = plant.stream(Plant.SLAG, "一号转炉渣");
    String other = plant.stream(Plant.SLAG, "二号转炉渣");
    String coarse = plant.stream(Plant.TAIL, "粗尾渣");
    String fine = plant.stream(Plant.TAIL, "细尾渣");
    plant.enter(one, "generation", 60_000, "2024-06-30");
    plant.enter(other, "generation", 40_000, "2024-06-30");
    Map<String, Object> processing =
        Plant.processing("2024-07-31", one, 60_000, coarse, 50_000, 10_000);
    processing.put("inputs", List.of(Plant.part(one, 60_000), Plant.part(other, 40_000)));
    processing.put("outputs", List.of(Plant.part(coarse, 50_000), Plant.part(fine, 40_000)));

    plant.process(processing).expect(201);

    assertThat(plant.balance(coarse)).containsExactly(50_000L, 0L, 50_000L);
    assertThat(plant.balance(fine)).containsExactly(40_000L, 0L, 40_000L);
    assertThat(Books.heldOfStream("recovered", one)).isEqualTo(6_000);
    assertThat(Books.heldOfStream("recovered", other)).isEqualTo(4_000);
    assertThat(Books.heldOfStream("processing", other)).isZero();
  }

  @Test
  void the_story_of_each_stream_tells_what_went_in_and_what_came_out() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    String tail = plant.stream(Plant.TAIL, "钢渣尾渣");
    plant.enter(slag, "generation", 100_000, "2024-06-30");
    plant.process(Plant.processing("2024-07-31", slag, 100_000, tail, 82_000, 15_000)).expect(201);

    Http.Answer ofTail = plant.reader().get("/streams/" + tail + "/entries").expect(200);
    Http.Answer ofSlag =
        Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY))
            .get("/streams/" + slag + "/entries")
            .expect(200);

    assertThat(ofTail.json().get("items")).hasSize(1);
    assertThat(ofTail.text("items/0/kind")).isEqualTo("processing");
    assertThat(ofTail.text("items/0/method")).isEqualTo("belt-scale");
    assertThat(ofTail.json().at("/items/0/moves")).hasSize(1);
    assertThat(ofTail.text("items/0/moves/0/from/streamName")).isEqualTo("转炉钢渣");
    assertThat(ofTail.number("items/0/moves/0/kg")).isEqualTo(82_000);
    assertThat(ofTail.text("items/0/processing/products/0/name")).isEqualTo("渣钢");
    assertThat(ofSlag.number("items/0/processing/differenceKg")).isEqualTo(3_000);
    assertThat(ofSlag.text("items/0/moves/1/to/streamName")).isEqualTo("钢渣尾渣");
  }

  @Test
  void a_tail_can_be_offered_like_any_stream() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    String tail = plant.stream(Plant.TAIL, "钢渣尾渣");
    plant.process(Plant.processing("2024-07-31", slag, 100_000, tail, 82_000, 15_000)).expect(201);

    Http.Answer lot =
        plant
            .trader()
            .post(
                "/lots",
                Plant.body(
                    "streamId",
                    tail,
                    "title",
                    "钢渣尾渣",
                    "saleMethod",
                    "negotiation",
                    "quantityKind",
                    "firm",
                    "quantityKg",
                    50_000,
                    "priceYuanPerT",
                    3,
                    "taxIncluded",
                    true,
                    "availableFrom",
                    "2026-01-01",
                    "availableTo",
                    "2028-01-01",
                    "qualities",
                    List.of()))
            .expect(201);

    assertThat(lot.number("availableKg")).isEqualTo(50_000);
  }

  @Test
  void the_same_key_processes_once_and_others_see_nothing() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    String tail = plant.stream(Plant.TAIL, "钢渣尾渣");
    Map<String, Object> body = Plant.processing("2024-07-31", slag, 100, tail, 82, 15);
    Http trader = plant.trader().withKey(Http.freshKey());

    Http.Answer first = trader.post("/processings", body).expect(201);
    Http.Answer again = trader.post("/processings", body).expect(201);
    body.put("note", "other content");

    assertThat(again.json()).isEqualTo(first.json());
    assertProblem(trader.post("/processings", body), 422, "idempotency-key-reused");
    assertThat(plant.balance(tail)).containsExactly(82L, 0L, 82L);
    Http stranger = Http.as(Fixtures.producer().trader());
    assertProblem(stranger.get("/processings/" + first.text("id")), 404, "not-found");
    assertProblem(stranger.post("/processings", body), 404, "not-found");
  }

  @Test
  void a_malformed_processing_names_its_fields() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    Map<String, Object> body = Plant.processing("2024-07-31", slag, 0, slag, -1, 15);
    body.put("products", List.of(Plant.body("name", " ", "quantityKg", 0)));

    Http.Answer refused = plant.process(body);
    Http.Answer empty = plant.process(Plant.body("occurredOn", "2024-07-31", "inputs", List.of()));

    assertProblem(refused, 400, "invalid-request");
    assertThat(fieldsOf(refused))
        .contains(
            "inputs[0].quantityKg",
            "outputs[0].quantityKg",
            "products[0].name",
            "products[0].quantityKg");
    assertThat(fieldsOf(empty)).containsExactly("inputs");
  }

  private static JsonNode rateOf(JsonNode utilisation, String stream) {
    for (JsonNode item : utilisation.get("streams")) {
      if (item.get("streamId").asText().equals(stream)) {
        return item.get("rate");
      }
    }
    throw new AssertionError("no stream " + stream + " in " + utilisation);
  }

  private static long sumOf(Plant plant, String scope, String figure) {
    long sum = 0;
    JsonNode items =
        plant
            .reader()
            .get("/metrics/postings" + scope + "&limit=100&figure=" + figure)
            .expect(200)
            .json()
            .get("items");
    for (JsonNode item : items) {
      sum += item.get("kg").asLong();
    }
    return sum;
  }
}
