package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// On a pair of parameters that no other test requires, so that its lots are the only ones usable.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BlendIT {

  private static final String RICH =
      quality("tio2", 12, 13, "dry") + ", " + quality("mno", 1, 1, "dry");
  private static final String POOR =
      quality("tio2", 2, 3, "dry") + ", " + quality("mno", 2, 2, "dry");
  private static final String DRY = ", " + quality("moisture", 4, 4, "wet");

  private TestOrganisation producer;
  private TestOrganisation receiver;

  @BeforeEach
  void signUp() {
    producer = Fixtures.producer();
    receiver = Fixtures.receiver();
  }

  @Test
  void a_dry_lot_and_a_wet_one_meet_a_demand_together() {
    String rich = lot("rich", RICH + DRY);
    String poor = lot("poor", POOR + DRY);
    String demand = demand(receiver, 8, 5);

    JsonNode list = blends(receiver, demand);

    JsonNode blend = list.at("/blends/0");
    assertThat(blend.at("/shares").findValuesAsText("lotId")).containsExactlyInAnyOrder(rich, poor);
    assertThat(blend.at("/quantityKg").asLong()).isBetween(599_990L, 600_000L);
    assertThat(blend.at("/composition/0/parameter").asText()).isEqualTo("tio2");
    assertThat(blend.at("/composition/0/max").asDouble()).isBetween(3.0, 8.0);
    assertThat(list.at("/lots").findValuesAsText("id")).contains(rich, poor);
    assertThat(list.at("/fitting").toString()).contains(poor).doesNotContain(rich);
    assertThat(list.at("/outOfReach")).isEmpty();
  }

  @Test
  void a_limit_beyond_all_lots_is_named() {
    lot("rich", RICH + DRY);
    String demand = demand(receiver, 1, 5);

    JsonNode list = blends(receiver, demand);

    assertThat(list.at("/blends")).isEmpty();
    assertThat(list.at("/usable").asInt()).isPositive();
    assertThat(list.at("/outOfReach/0/parameter").asText()).isEqualTo("tio2");
    assertThat(list.at("/outOfReach/0/limit").asDouble()).isEqualTo(1);
    assertThat(list.at("/outOfReach/0/best").asDouble()).isGreaterThan(1);
  }

  @Test
  void blends_are_for_the_owner_of_the_demand_alone() {
    String demand = demand(receiver, 8, 5);

    assertThat(Http.as(producer.admin()).get("/demands/" + demand + "/blends").status())
        .isEqualTo(404);
  }

  private static JsonNode blends(TestOrganisation owner, String demand) {
    return Http.as(owner.admin()).get("/demands/" + demand + "/blends").expect(200).json();
  }

  private static String quality(String parameter, double min, double max, String basis) {
    return "{\"parameter\": \"%s\", \"min\": %s, \"max\": %s, \"basis\": \"%s\"}"
        .formatted(parameter, min, max, basis);
  }

  private String lot(String name, String qualities) {
    Http trader = Http.as(producer.trader());
    String stream =
        trader
            .post(
                "/streams",
                Map.of(
                    "siteId",
                    producer.siteId().toString(),
                    "materialKey",
                    "bof-slag",
                    "classCode",
                    "SW01",
                    "name",
                    name))
            .expect(201)
            .text("id");
    String id =
        trader
            .post(
                "/lots",
                """
                {"streamId": "%s", "title": "转炉钢渣", "saleMethod": "negotiation",
                 "quantityKind": "firm", "quantityKg": 500000, "priceYuanPerT": 10,
                 "taxIncluded": true, "availableFrom": "%s", "availableTo": "%s",
                 "qualities": [%s]}\
                """
                    .formatted(stream, today(), today().plusYears(1), qualities))
            .expect(201)
            .text("id");
    TestExchange.get().search().awaitVersion("wufei-lots", id, 1);
    return id;
  }

  private static String demand(TestOrganisation buyer, int maxTitania, int maxManganese) {
    List<String> ranges = new ArrayList<>();
    ranges.add("{\"parameter\": \"tio2\", \"max\": %d, \"basis\": \"dry\"}".formatted(maxTitania));
    ranges.add("{\"parameter\": \"mno\", \"max\": %d, \"basis\": \"dry\"}".formatted(maxManganese));
    return Http.as(buyer.trader())
        .post(
            "/demands",
            """
            {"siteId": "%s", "materialKeys": ["bof-slag"], "use": "road-base", "title": "求购钢渣",
             "quantityKg": 600000, "maxDeliveredYuanPerT": 200, "neededFrom": "%s",
             "neededTo": "%s", "ranges": %s}\
            """
                .formatted(buyer.siteId(), today(), today().plusYears(1), ranges))
        .expect(201)
        .text("id");
  }

  private static LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
  }
}
