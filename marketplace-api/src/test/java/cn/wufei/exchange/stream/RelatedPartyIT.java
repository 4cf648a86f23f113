package cn.wufei.exchange.stream;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tonnes that go to companies of the same group or to another site of the plant, without a deal.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelatedPartyIT {

  private static final String YEAR_2024 = "from=2024-01&to=2024-12";

  @Test
  void a_related_party_counts_in_the_rate_and_not_in_the_market() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    plant.enter(slag, "generation", 100_000, "2024-06-30");

    plant.post(slag, Plant.related("related-transfer", 60_000, "2024-07-31")).expect(201);
    plant.post(slag, Plant.related("related-use", 45_000, "2024-08-31")).expect(201);

    JsonNode total = plant.rate(YEAR_2024).json().get("total");
    assertThat(total.get("relatedDeclaredKg").asLong()).isEqualTo(60_000);
    assertThat(total.get("relatedProvenKg").asLong()).isEqualTo(45_000);
    assertThat(total.get("rateDeclaredPct").decimalValue()).isEqualByComparingTo("60.00");
    assertThat(total.get("rateProvenPct").decimalValue()).isEqualByComparingTo("45.00");
    assertThat(total.at("/bridge/withRelatedKg").asLong()).isEqualTo(15_000);
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    String scope = "?" + YEAR_2024 + "&organisationId=" + plant.organisation().id();
    auditor
        .get("/audit/funnel" + scope)
        .expect(200)
        .json()
        .get("stages")
        .forEach(stage -> assertThat(stage.get("kg").asLong()).as(stage.toString()).isZero());
    Http.Answer postings =
        auditor.get("/metrics/postings" + scope + "&figure=related-declared").expect(200);
    assertThat(postings.json().get("items")).hasSize(1);
    assertThat(postings.number("items/0/kg")).isEqualTo(60_000);
    assertThat(postings.text("items/0/relatedParty")).isEqualTo("集团矿粉公司");
    assertThat(Books.sumOf("mass-kg")).isZero();
  }

  @Test
  void what_it_used_beyond_what_was_handed_over_left_the_yard_unrecorded() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    plant.opening(slag, 10_000, "2024-01-01", 2023);
    plant.post(slag, Plant.related("related-transfer", 4_000, "2024-07-31")).expect(201);

    Http.Answer used =
        plant.post(slag, Plant.related("related-use", 12_000, "2024-08-31")).expect(201);

    assertThat(used.text("moves/0/from/kind")).isEqualTo("related-party");
    assertThat(used.number("moves/0/kg")).isEqualTo(4_000);
    assertThat(used.text("moves/1/from/kind")).isEqualTo("on-hand");
    assertThat(used.text("moves/2/from/kind")).isEqualTo("unreconciled");
    assertThat(plant.balance(slag)).containsExactly(0L, 2_000L, -2_000L);
    assertThat(Books.heldOfStream("related-use", slag)).isEqualTo(12_000);
    assertThat(Books.heldOfStream("related-party", slag)).isZero();
  }

  @Test
  void a_party_that_is_here_is_named_by_its_organisation() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    TestOrganisation sister = Fixtures.receiver();
    Map<String, Object> entry = Plant.entry("related-transfer", 1_000, "2024-07-31");
    entry.put(
        "counterparty",
        Plant.body("organisationId", sister.id().toString(), "uscc", sister.uscc()));

    Http.Answer recorded = plant.post(slag, entry).expect(201);

    assertThat(recorded.text("counterparty/name")).isEqualTo(sister.name());
    assertThat(recorded.text("counterparty/uscc")).isEqualTo(sister.uscc());
    assertThat(
            plant
                .reader()
                .get("/streams/" + slag + "/entries")
                .text("items/0/counterparty/organisationId"))
        .isEqualTo(sister.id().toString());
  }

  @Test
  void the_plant_itself_is_no_related_party_however_it_is_named() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    TestOrganisation own = plant.organisation();
    Map<String, Map<String, Object>> named =
        Map.of(
            "organisationId", Plant.body("organisationId", own.id().toString()),
            "uscc", Plant.body("name", "集团矿粉公司", "uscc", own.uscc()),
            "name", Plant.body("name", " " + own.name()));

    named.forEach((field, counterparty) -> {
      Map<String, Object> entry = Plant.entry("related-transfer", 1_000, "2024-07-31");
      entry.put("counterparty", counterparty);
      Http.Answer refused = plant.post(slag, entry);
      assertProblem(refused, 422, "counterparty-is-own");
      assertThat(refused.text("fields/0/path")).isEqualTo("counterparty." + field);
    });

    assertThat(Books.heldOfStream("related-party", slag)).isZero();
  }

  @Test
  void what_was_generated_after_the_year_of_a_use_was_not_used() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    plant.enter(slag, "generation", 30_000, "2024-01-31");
    plant.post(slag, Plant.related("related-transfer", 20_000, "2024-03-31")).expect(201);

    Http.Answer used =
        plant.post(slag, Plant.related("related-use", 5_000, "2023-12-20")).expect(201);

    assertThat(used.json().get("moves")).hasSize(1);
    assertThat(used.text("moves/0/from/kind")).isEqualTo("unreconciled");
    assertThat(Books.heldOfStream("related-party", slag)).isEqualTo(20_000);
    assertThat(plant.balance(slag)).containsExactly(10_000L, 5_000L, 5_000L);
  }

  @Test
  void stock_that_is_moved_to_another_site_keeps_its_year_and_is_not_generated_again() {
    Plant plant = Plant.begin();
    String works = plant.stream(Plant.SLAG, "转炉钢渣");
    String yard = plant.stream(Plant.SLAG, "渣场存渣", plant.furtherSite());
    plant.opening(works, 10_000, "2024-01-01", 2022);
    plant.enter(works, "generation", 5_000, "2024-06-30");
    plant.enter(yard, "own-use", 3_000, "2024-07-01");

    Http.Answer moved = plant.post(works, Plant.move(yard, 12_000, "2024-07-31")).expect(201);

    assertThat(moved.text("moves/0/to/streamName")).isEqualTo("渣场存渣");
    assertThat(plant.onHandByYear(works)).isEqualTo(Map.of(2024, 3_000L));
    assertThat(plant.onHandByYear(yard)).isEqualTo(Map.of(2022, 7_000L, 2024, 2_000L));
    assertThat(plant.balance(yard)).containsExactly(9_000L, 0L, 9_000L);
    JsonNode total = plant.rate(YEAR_2024).json().get("total");
    assertThat(total.get("generatedKg").asLong()).isEqualTo(5_000);
    assertThat(total.get("producedKg").asLong() + total.get("usedFromOldProvenKg").asLong())
        .isEqualTo(8_000);
    assertThat(total.get("onHandKg").asLong()).isEqualTo(12_000);
    assertThat(Books.sumOf("mass-kg")).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_rate_is_the_same_whether_old_stock_came_before_its_use_or_after(boolean before) {
    Plant plant = Plant.begin();
    String works = plant.stream(Plant.SLAG, "转炉钢渣");
    String yard = plant.stream(Plant.SLAG, "渣场存渣", plant.furtherSite());
    plant.opening(works, 10_000, "2024-01-01", 2022);
    plant.enter(works, "generation", 5_000, "2024-06-30");
    if (before) {
      plant.post(works, Plant.move(yard, 12_000, "2024-06-30")).expect(201);
    }
    plant.enter(yard, "own-use", 3_000, "2024-07-01");
    if (!before) {
      plant.post(works, Plant.move(yard, 12_000, "2024-07-31")).expect(201);
    }

    JsonNode year = plant.rate(YEAR_2024).json();

    assertThat(year.at("/total/rateProvenPct").decimalValue()).isEqualByComparingTo("37.50");
    long denominatorOfStreamsKg = 0;
    for (JsonNode stream : year.get("streams")) {
      JsonNode rate = stream.get("rate");
      denominatorOfStreamsKg +=
          rate.get("producedKg").asLong() + rate.get("usedFromOldProvenKg").asLong();
    }
    assertThat(denominatorOfStreamsKg).isEqualTo(8_000);
  }
}
