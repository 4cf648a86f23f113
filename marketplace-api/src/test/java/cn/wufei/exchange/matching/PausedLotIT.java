package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestSearch;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PausedLotIT {

  private final TestSearch search = TestExchange.get().search();
  private final Trade trade = Trade.begin();
  private final String mark = "pl" + Fixtures.nextNumber();

  @Test
  void nobody_finds_a_paused_lot_until_it_is_put_back() {
    Map<String, Object> draft = trade.lot(50_000);
    draft.put("title", mark);
    String lot = trade.seller().post("/lots", draft).expect(201).text("id");
    String demand = trade.postDemand(50_000).text("id");
    search.awaitVersion("wufei-lots", lot, 1);
    search.awaitVersion("wufei-demands", demand, 1);
    assertThat(matches("/demands/" + demand)).contains(lot);
    await("the search shows it").until(() -> found().contains(lot));

    trade.seller().ifMatch(1).post("/lots/" + lot + "/pause").expect(200);

    assertThat(matches("/demands/" + demand)).doesNotContain(lot);
    search.awaitVersion("wufei-lots", lot, 2);
    assertThat(matches("/demands/" + demand)).doesNotContain(lot);
    await("the search no longer shows it").until(() -> !found().contains(lot));
    assertThat(trade.seller().get("/lots/" + lot + "/matches").expect(200).json().at("/items"))
        .isEmpty();

    trade.seller().ifMatch(2).post("/lots/" + lot + "/resumption").expect(200);

    search.awaitVersion("wufei-lots", lot, 3);
    assertThat(matches("/demands/" + demand)).contains(lot);
    await("the search shows it again").until(() -> found().contains(lot));
  }

  private String matches(String path) {
    return trade.buyer().get(path + "/matches").expect(200).json().at("/items").toString();
  }

  /// Searches share a view of the index that may be a little old.
  private String found() {
    return trade
        .buyer()
        .get("/search/lots?text=" + mark)
        .expect(200)
        .json()
        .at("/items")
        .toString();
  }
}
