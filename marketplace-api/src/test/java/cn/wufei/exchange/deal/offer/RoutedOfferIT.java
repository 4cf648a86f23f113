package cn.wufei.exchange.deal.offer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.haul.OsrmServer;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutedOfferIT {

  /// The two works lie 0.93 degrees of longitude and 0.16 of latitude apart.
  @Test
  void with_a_routing_service_an_offer_goes_by_its_distance_and_without_by_the_estimate()
      throws IOException {
    Trade trade = Trade.begin();
    String lot = trade.publish(50_000).text("id");
    try (var server = new OsrmServer();
        TestExchange routed =
            TestExchange.get()
                .anotherInstance(Map.of("wufei.haul.osrm-url", server.url().toString()))) {

      Http.Answer estimate = trade.propose(lot, 10_000);
      // By this request or by a table that the matching of the lot asked for before.
      Http.Answer route = routed.call(() -> trade.propose(lot, 10_000));
      server.answers(OsrmServer.Mood.ERROR);
      Http.Answer broken =
          routed.call(() -> {
            Map<String, Object> offer = trade.offer(lot, 10_000);
            offer.put("buyerSiteId", anotherSite(trade));
            return trade.buyer().post("/offers", offer).expect(201);
          });

      assertThat(estimate.text("distanceSource")).isEqualTo("estimated");
      assertThat(route.text("distanceSource")).isEqualTo("routed");
      assertThat(route.json().at("/distanceKm").asDouble()).isEqualTo(109.0);
      assertThat(broken.text("distanceSource")).isEqualTo("estimated");
    }
  }

  private static String anotherSite(Trade trade) {
    return Http.as(trade.receiver().admin())
        .post(
            "/sites",
            Map.of("name", "二厂", "adcode", "370300", "latitude", 36.5, "longitude", 117.3))
        .expect(201)
        .text("id");
  }
}
