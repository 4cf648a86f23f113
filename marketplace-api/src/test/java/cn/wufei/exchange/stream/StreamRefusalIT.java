package cn.wufei.exchange.stream;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// One request for every reason to refuse a stream, an entry or a processing; a reason without a
/// request does not compile.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamRefusalIT {

  private static final String DAY = "2024-07-31";
  private static final String NOBODY = "0000000000001";

  private static Plant plant;
  private static TestMember receiver;
  private static String slag;
  private static String tail;
  private static String yard;

  @BeforeAll
  static void a_plant_of_two_sites() {
    plant = Plant.begin();
    receiver = Fixtures.receiver().trader();
    slag = plant.stream(Plant.SLAG, "转炉钢渣");
    tail = plant.stream(Plant.TAIL, "钢渣尾渣");
    yard = plant.stream(Plant.TAIL, "渣场尾渣", plant.furtherSite());
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(StreamRefusal refusal) {
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer =
        switch (refusal) {
          case NOT_A_PRODUCER -> Http.as(receiver).post("/streams", stream(Plant.SLAG, "渣"));
          case SITE_UNKNOWN -> {
            Map<String, Object> stream = stream(Plant.SLAG, "渣");
            stream.put("siteId", NOBODY);
            yield plant.trader().post("/streams", stream);
          }
          case MATERIAL_UNKNOWN -> plant.trader().post("/streams", stream("unobtainium", "渣"));
          case STREAM_NAME_TAKEN -> plant.trader().post("/streams", stream(Plant.SLAG, "转炉钢渣"));
          case GENERATION_YEAR_NOT_ALLOWED ->
              entered(Plant.entry("generation", 1, DAY), "generationYear", 2020);
          case GENERATION_YEAR_TOO_LATE ->
              entered(Plant.entry("opening-stock", 1, DAY), "generationYear", 2025);
          case COUNTERPARTY_NOT_ALLOWED -> plant.post(slag, Plant.related("own-use", 1, DAY));
          case COUNTERPARTY_NEEDED -> plant.post(slag, Plant.entry("related-use", 1, DAY));
          case COUNTERPARTY_USCC_INVALID ->
              related(Plant.body("name", "矿粉公司", "uscc", "91370300MA3T000009"));
          case COUNTERPARTY_UNKNOWN -> related(Plant.body("organisationId", NOBODY));
          case COUNTERPARTY_IS_OWN ->
              related(Plant.body("organisationId", plant.organisation().id().toString()));
          case TARGET_NOT_ALLOWED -> entered(Plant.entry("own-use", 1, DAY), "toStreamId", tail);
          case TARGET_NEEDED -> plant.post(slag, Plant.entry("site-move", 1, DAY));
          case TARGET_AT_SAME_SITE -> plant.post(slag, Plant.move(tail, 1, DAY));
          case TARGET_OF_OTHER_MATERIAL -> plant.post(slag, Plant.move(yard, 1, DAY));
          case STREAM_REPEATED ->
              processed("inputs", List.of(Plant.part(slag, 1), Plant.part(slag, 2)));
          case STREAM_ON_BOTH_SIDES ->
              processed("outputs", List.of(Plant.part(tail, 1), Plant.part(slag, 2)));
          case NOTHING_CAME_OUT -> {
            Map<String, Object> processing = Plant.processing(DAY, slag, 5, tail, 3, 1);
            processing.remove("products");
            processing.put("outputs", List.of());
            yield plant.process(processing);
          }
          case PROCESSING_TOO_FINE -> tooFine();
          case YEAR_NOT_OVER ->
              plant.trader().post("/streams/" + slag + "/years/2100/clearing", Map.of());
          case NOTHING_TO_CLEAR ->
              plant.trader().post("/streams/" + slag + "/years/2020/clearing", Map.of());
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
    if (refusal != StreamRefusal.PROCESSING_TOO_FINE) {
      assertThat(Books.rowCounts()).isEqualTo(before);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      textBlock =
          """
          404, not-found,          unknown,  2024-07-31, inputs[0].streamId
          404, not-found,          foreign,  2024-07-31, inputs[0].streamId
          422, occurred-in-future, own,      2999-01-01, occurredOn
          422, occurred-too-early, own,      1999-12-31, occurredOn
          """)
  void a_processing_of_what_is_not_there_or_not_yet_is_refused(
      int status, String code, String input, String day, String field) {
    Map<String, Object> processing = Plant.processing(day, inputOf(input), 5, tail, 3, 1);
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer = plant.process(processing);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.text("fields/0/path")).isEqualTo(field);
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"unknown", "foreign"})
  void what_comes_out_or_is_moved_goes_to_an_own_stream(String stream) {
    String other = inputOf(stream);

    Http.Answer output = plant.process(Plant.processing(DAY, slag, 5, other, 3, 1));
    Http.Answer move = plant.post(slag, Plant.move(other, 1, DAY));

    assertThat(output.status()).isEqualTo(404);
    assertThat(output.text("fields/0/path")).isEqualTo("outputs[0].streamId");
    assertThat(move.status()).isEqualTo(404);
    assertThat(move.text("fields/0/path")).isEqualTo("toStreamId");
    assertThat(plant.trader().post("/streams/" + other + "/years/2020/clearing", Map.of()).status())
        .isEqualTo(404);
    assertThat(plant.reader().get("/streams/" + other + "/years").status()).isEqualTo(404);
  }

  private static String inputOf(String which) {
    return switch (which) {
      case "unknown" -> NOBODY;
      case "foreign" -> Plant.begin().stream(Plant.SLAG, "别人的渣");
      default -> slag;
    };
  }

  /// A hundred and ten years of stock divide over nine outputs.
  private static Http.Answer tooFine() {
    String old = plant.stream(Plant.SLAG, "百年老渣");
    for (int year = 1900; year < 2010; year++) {
      plant.opening(old, 1_000, "2020-01-01", year);
    }
    List<Map<String, Object>> outputs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      outputs.add(Plant.part(plant.stream(Plant.TAIL, "尾渣" + i), 10_000));
    }
    Map<String, Object> processing = Plant.processing(DAY, old, 110_000, tail, 1, 1);
    processing.put("outputs", outputs);
    Map<String, Long> before = Books.rowCounts();
    Http.Answer refused = plant.process(processing);
    assertThat(Books.rowCounts()).isEqualTo(before);
    return refused;
  }

  private static Http.Answer processed(String side, List<Map<String, Object>> parts) {
    Map<String, Object> processing = Plant.processing(DAY, slag, 5, tail, 3, 1);
    processing.put(side, parts);
    return plant.process(processing);
  }

  private static Http.Answer related(Map<String, Object> counterparty) {
    return entered(Plant.entry("related-transfer", 1, DAY), "counterparty", counterparty);
  }

  private static Http.Answer entered(Map<String, Object> entry, String field, Object value) {
    entry.put(field, value);
    return plant.post(slag, entry);
  }

  private static Map<String, Object> stream(String material, String name) {
    return Plant.body(
        "siteId",
        plant.organisation().siteId().toString(),
        "materialKey",
        material,
        "classCode",
        "SW01",
        "name",
        name);
  }
}
