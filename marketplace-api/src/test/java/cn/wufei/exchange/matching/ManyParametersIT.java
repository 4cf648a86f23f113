package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyParametersIT {

  private static final int MOST_OF_A_LOT = 40;

  private final TestSearch search = TestExchange.get().search();
  private final TestOrganisation producer = Fixtures.producer();
  private final TestOrganisation receiver = Fixtures.receiver();

  /// Elasticsearch gives a hundred columns of a hit at most: on three bases forty parameters have
  /// two hundred and forty ends.
  @Test
  void where_very_many_parameters_are_stated_both_sides_are_matched() {
    lot(qualities("wet"));
    lot(qualities("as-received"));
    List<String> dry = qualities("dry");
    String lot = lot(dry);
    String demand = demand(dry);

    assertThat(matches(receiver, "/demands/" + demand)).contains(lot);
    assertThat(matches(producer, "/lots/" + lot)).contains(demand);
  }

  private static String matches(TestOrganisation owner, String path) {
    return Http.as(owner.admin()).get(path + "/matches").expect(200).json().at("/items").toString();
  }

  /// Each at its least, which makes nothing hazardous but an acid.
  private static List<String> qualities(String basis) {
    List<String> qualities = new ArrayList<>();
    for (JsonNode parameter : Http.anonymous().get("/catalog/parameters").json().at("/items")) {
      String key = parameter.path("key").asText();
      String least = parameter.path("minimum").asText();
      if (!key.equals("ph")) {
        qualities.add(
            "{\"parameter\": \"%s\", \"min\": %s, \"max\": %s, \"basis\": \"%s\"}"
                .formatted(key, least, least, basis));
      }
    }
    return qualities.subList(0, MOST_OF_A_LOT);
  }

  private String lot(List<String> qualities) {
    Http trader = Http.as(producer.trader());
    String stream =
        trader
            .post(
                "/streams",
                """
                {"siteId": "%s", "materialKey": "bof-slag", "classCode": "SW01", "name": "转炉%s"}\
                """
                    .formatted(producer.siteId(), Fixtures.nextNumber()))
            .expect(201)
            .text("id");
    String id =
        trader
            .post(
                "/lots",
                """
                {"streamId": "%s", "title": "转炉钢渣", "saleMethod": "negotiation",
                 "quantityKind": "firm", "quantityKg": 1000000, "priceYuanPerT": 10,
                 "taxIncluded": true, "availableFrom": "%s", "availableTo": "%s",
                 "qualities": %s}\
                """
                    .formatted(stream, today(), today().plusYears(1), qualities))
            .expect(201)
            .text("id");
    search.awaitVersion("wufei-lots", id, 1);
    return id;
  }

  private String demand(List<String> ranges) {
    String id =
        Http.as(receiver.trader())
            .post(
                "/demands",
                """
                {"siteId": "%s", "materialKeys": ["bof-slag"], "use": "road-base", "title": "求购钢渣",
                 "quantityKg": 600000, "maxDeliveredYuanPerT": 200, "limitBasis": "delivered",
                 "neededFrom": "%s", "neededTo": "%s", "ranges": %s}\
                """
                    .formatted(receiver.siteId(), today(), today().plusYears(1), ranges))
            .expect(201)
            .text("id");
    search.awaitVersion("wufei-demands", id, 1);
    return id;
  }

  private static LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
  }
}
