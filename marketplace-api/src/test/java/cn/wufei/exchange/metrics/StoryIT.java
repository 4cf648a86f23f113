package cn.wufei.exchange.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The story of a lot's tonnes, as each party may read it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryIT {

  @Test
  void a_lots_tonnes_are_told_from_generation_to_use() {
    Trade trade = Trade.begin();
    trade.enter("opening-stock", 30_000);
    trade.enter("generation", 100_000);
    String lot = trade.publish(90_000).text("id");
    Http.Answer agreement = trade.accept(trade.propose(lot, 60_000)).expect(201);
    Http.Answer load = trade.dispatch(agreement.text("id"), 32_000);
    trade.receive(load, trade.receipt(31_900, 900)).expect(200);
    Http.Answer second = trade.dispatch(agreement.text("id"), 10_000);
    trade.refuse(second).expect(200);
    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    trade.buyer().post("/use-reports", trade.useReport(month, 20_000)).expect(201);

    Http.Answer told = trade.seller().get("/lots/" + lot + "/story").expect(200);

    assertThat(told.json().get("reduced").asBoolean()).isFalse();
    assertThat(steps(told))
        .containsExactly(
            "opening 30000 stream",
            "generated 100000 stream",
            "published 90000 lot",
            "reserved 60000 agreement",
            "dispatched 32000 load",
            "received 31000 load",
            "returned 900 load",
            "difference 100 load",
            "dispatched 10000 load",
            "returned 10000 load",
            "used 20000 use-report");
    assertThat(told.json().get("sums").toString())
        .isEqualTo(
            "{\"publishedKg\":90000,\"reservedKg\":60000,\"dispatchedKg\":42000,"
                + "\"receivedKg\":31000,\"returnedKg\":10900,\"usedKg\":20000}");
    JsonNode used = line(told, "used");
    assertThat(used.get("rule").asText()).isEqualTo("pro-rata");
    assertThat(used.get("subjectNumber").asText()).isEqualTo(month);
    assertThat(used.at("/party/id").asText()).isEqualTo(trade.receiver().id().toString());
    assertThat(used.get("mayProve").asBoolean()).isFalse();
    JsonNode received = line(told, "received");
    assertThat(received.get("subjectNumber").asText()).isEqualTo(load.text("number"));
    assertThat(received.get("postings")).isNotEmpty();
    assertThat(received.get("mayProve").asBoolean()).isTrue();
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY));
    assertThat(steps(auditor.get("/lots/" + lot + "/story").expect(200))).isEqualTo(steps(told));
  }

  @Test
  void a_receiver_reads_what_went_to_itself_and_a_stranger_that_it_was_published() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    String lot = trade.publish(90_000).text("id");
    trade.accept(trade.propose(lot, 60_000)).expect(201);
    Trade other = trade.withAnotherReceiver();
    Http.Answer agreement = trade.accept(other.propose(lot, 20_000)).expect(201);
    trade.dispatch(agreement.text("id"), 9_000);

    Http.Answer received = other.buyer().get("/lots/" + lot + "/story").expect(200);
    Http.Answer strange =
        Http.as(Fixtures.receiver().reader()).get("/lots/" + lot + "/story").expect(200);

    assertThat(received.json().get("reduced").asBoolean()).isTrue();
    assertThat(received.json().has("streamName")).isFalse();
    assertThat(steps(received))
        .containsExactly("published 90000 lot", "reserved 20000 agreement", "dispatched 9000 load");
    assertThat(line(received, "dispatched").get("mayProve").asBoolean()).isFalse();
    assertThat(steps(strange)).containsExactly("published 90000 lot");
    Http.Answer now = trade.lotNow(lot);
    trade.seller().ifMatch(now.number("version")).post("/lots/" + lot + "/withdrawal").expect(200);
    Http.as(Fixtures.receiver().reader()).get("/lots/" + lot + "/story").expect(404);
    assertThat(steps(other.buyer().get("/lots/" + lot + "/story").expect(200))).hasSize(3);
  }

  private static List<String> steps(Http.Answer story) {
    List<String> steps = new ArrayList<>();
    story
        .json()
        .get("lines")
        .forEach(line ->
            steps.add(
                "%s %d %s"
                    .formatted(
                        line.get("step").asText(),
                        line.get("kg").asLong(),
                        line.get("subject").asText())));
    return steps;
  }

  private static JsonNode line(Http.Answer story, String step) {
    for (JsonNode line : story.json().get("lines")) {
      if (line.get("step").asText().equals(step)) {
        return line;
      }
    }
    throw new AssertionError("no " + step + " in " + story);
  }
}
