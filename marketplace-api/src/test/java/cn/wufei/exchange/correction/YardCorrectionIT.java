package cn.wufei.exchange.correction;

import static cn.wufei.exchange.correction.Corrections.approve;
import static cn.wufei.exchange.correction.Corrections.assertBooksHold;
import static cn.wufei.exchange.correction.Corrections.correcting;
import static cn.wufei.exchange.correction.Corrections.net;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.correction.Corrections.voiding;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What lies in the yard after one of two loads is corrected that left beyond the recorded stock:
/// nothing lies there while something is unreconciled of the same year.
@DisplayNameGeneration(ReplaceUnderscores.class)
class YardCorrectionIT {

  private final Trade trade = Trade.begin();
  private final String lot;
  private final Http.Answer first;
  private final Http.Answer second;

  /// Of the first load a part was recorded to be there, of the second one nothing.
  YardCorrectionIT() {
    trade.enter("generation", 12_000);
    Http.Answer agreed = trade.agree(60_000);
    String agreement = agreed.text("id");
    lot = agreed.text("lotId");
    first = trade.dispatch(agreement, 30_000);
    second = trade.dispatch(agreement, 10_000);
  }

  @Test
  void a_load_that_never_left_gives_the_other_one_its_stock() {
    propose(trade.seller(), voiding("dispatch", first.text("id")));

    assertYard(2_000, 0);
    assertThat(departures()).isEmpty();
    assertThat(trade.seller().get("/lots/" + lot + "/story").expect(200).body())
        .contains("\"step\":\"dispatched\"")
        .doesNotContain("\"step\":\"arrived\"");
    approveEntry(8_000);
    assertYard(0, 2_000);
  }

  @Test
  void a_load_that_came_back_gives_the_other_one_its_stock() {
    trade.refuse(first).expect(200);

    assertYard(2_000, 0);
    assertThat(departures()).isEmpty();
    approve(trade.seller(), propose(trade.buyer(), voiding("refusal", first.text("id"))));
    assertYard(0, 28_000);
    trade.receive(now(first), trade.receipt(30_000, 25_000)).expect(200);
    assertYard(0, 3_000);
    assertThat(departures()).containsExactly(second.text("number") + " 3000");
  }

  @Test
  void a_load_that_was_lighter_gives_the_other_one_its_stock() {
    trade.enter("opening-stock", 4_000);
    assertYard(0, 24_000);

    propose(trade.seller(), correcting("dispatch", first.text("id"), net(3_000)));

    assertYard(3_000, 0);
    trade.receive(now(first), trade.receipt(3_000, 0)).expect(200);
    approve(
        trade.buyer(),
        propose(trade.seller(), correcting("dispatch", first.text("id"), net(7_000))));
    assertYard(0, 1_000);
    assertThat(departures()).hasSize(1);
  }

  private Http.Answer now(Http.Answer load) {
    return trade.buyer().get("/loads/" + load.text("id")).expect(200);
  }

  private void approveEntry(long generatedKg) {
    JsonNode entries =
        trade
            .seller()
            .get("/streams/" + trade.streamId() + "/entries")
            .expect(200)
            .json()
            .at("/items");
    String entry = entries.get(entries.size() - 1).get("subjectId").asText();
    approve(
        Http.as(trade.producer().admin()),
        propose(
            trade.seller(), correcting("stream-entry", entry, body("quantityKg", generatedKg))));
  }

  private void assertYard(long onHandKg, long unreconciledKg) {
    Http.Answer stream = trade.seller().get("/streams/" + trade.streamId()).expect(200);
    assertThat(List.of(stream.number("balance/onHandKg"), stream.number("balance/unreconciledKg")))
        .containsExactly(onHandKg, unreconciledKg);
    assertBooksHold();
  }

  /// The loads that left unrecorded, with the tonnes that are open of each.
  private List<String> departures() {
    List<String> named = new ArrayList<>();
    trade
        .seller()
        .get("/streams/" + trade.streamId() + "/unreconciled")
        .expect(200)
        .json()
        .at("/departures")
        .forEach(
            left -> named.add(left.get("subjectNumber").asText() + " " + left.get("kg").asLong()));
    return named;
  }
}
