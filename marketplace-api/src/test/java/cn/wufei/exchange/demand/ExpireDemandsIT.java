package cn.wufei.exchange.demand;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpireDemandsIT {

  @Test
  void a_demand_whose_last_day_is_over_leaves_the_market() {
    Trade trade = Trade.begin();
    Http.Answer over = trade.postDemand(50_000);
    Http.Answer lastDay = trade.postDemand(50_000);
    end(over, trade.today().minusDays(1).toString());
    end(lastDay, trade.today().toString());

    TestExchange.get().bean(ExpireDemands.class).run();

    Http.Answer expired = trade.buyer().get("/demands/" + over.text("id")).expect(200);
    assertThat(expired.text("status")).isEqualTo("expired");
    assertThat(Books.documentVersion(over.text("id"))).isEqualTo(expired.number("version"));
    assertThat(trade.seller().get("/demands/" + over.text("id")).status()).isEqualTo(404);
    assertProblem(
        trade
            .buyer()
            .ifMatch(expired.number("version"))
            .post("/demands/" + over.text("id") + "/withdrawal"),
        409,
        "demand-not-published");
    assertThat(trade.buyer().get("/demands/" + lastDay.text("id")).expect(200).text("status"))
        .isEqualTo("published");
  }

  private static void end(Http.Answer demand, String lastDay) {
    Books.write(
        "update demand_demand set needed_from = ?, needed_to = ? where id = ?",
        lastDay,
        lastDay,
        Books.numberOf(demand.text("id")));
  }
}
