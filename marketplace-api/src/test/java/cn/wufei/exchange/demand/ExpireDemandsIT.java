package cn.wufei.exchange.demand;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void its_owner_is_told_a_week_before_and_when_it_is_over() {
    Trade trade = Trade.begin();
    Http.Answer ending = trade.postDemand(50_000);
    Http.Answer fresh = trade.postDemand(40_000);
    end(ending, trade.today().plusDays(7).toString());
    end(fresh, trade.today().plusDays(1).toString());
    Books.write(
        "update demand_demand set published_at = date_sub(published_at, interval 1 day) where id = ?",
        Books.numberOf(ending.text("id")));

    TestExchange.get().bean(WarnOfDemands.class).run();
    TestExchange.get().bean(WarnOfDemands.class).run();
    assertThat(told(trade)).containsExactly("demand-expiring " + ending.text("id"));

    end(ending, trade.today().minusDays(1).toString());
    TestExchange.get().bean(ExpireDemands.class).run();
    assertThat(told(trade))
        .containsExactly(
            "demand-expired " + ending.text("id"), "demand-expiring " + ending.text("id"));
  }

  private static List<String> told(Trade trade) {
    List<String> told = new ArrayList<>();
    for (JsonNode notice : trade.buyer().get("/notices").expect(200).json().at("/items")) {
      told.add(notice.at("/kind").asText() + " " + notice.at("/subjects/demand").asText());
    }
    return told;
  }

  private static void end(Http.Answer demand, String lastDay) {
    Books.write(
        "update demand_demand set needed_from = ?, needed_to = ? where id = ?",
        lastDay,
        lastDay,
        Books.numberOf(demand.text("id")));
  }
}
