package cn.wufei.exchange.listing.coverage;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoverageIT {

  private final Trade trade = Trade.begin();
  private final String stream = "/streams/" + trade.streamId();

  @Test
  void a_lot_says_whether_it_is_covered_and_only_its_owner_hears_the_figures() {
    trade.enter("generation", 30_000);
    String lot = "/lots/" + trade.publish(50_000).text("id") + "/coverage";

    JsonNode own = trade.seller().get(lot).expect(200).json();
    assertThat(own.at("/state").asText()).isEqualTo("unknown");
    assertThat(own.at("/coverage/onHandKg").asLong()).isEqualTo(30_000);
    assertThat(own.at("/coverage/promisedKg").asLong()).isEqualTo(50_000);
    assertThat(own.at("/coverage/beyondKg").asLong()).isEqualTo(20_000);
    assertThat(trade.buyer().get(lot).expect(200).json().toString())
        .isEqualTo("{\"state\":\"unknown\"}");
    assertThat(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get(lot).expect(200).json())
        .isEqualTo(own);

    state(0, Collections.nCopies(12, 1_000L));
    assertThat(trade.buyer().get(lot).json().at("/state").asText()).isEqualTo("beyond");
    state(1, Collections.nCopies(12, 100_000L));
    assertThat(trade.buyer().get(lot).json().at("/state").asText()).isEqualTo("covered");
  }

  @Test
  void what_was_agreed_on_counts_until_it_has_moved() {
    trade.enter("generation", 60_000);
    String agreement = trade.agree(60_000).text("id");
    String until = trade.today().plusYears(1).toString();

    assertThat(with(until, 0, "").at("/promisedKg").asLong()).isEqualTo(60_000);
    trade.dispatch(agreement, 25_000);

    JsonNode after = with(until, 0, "");
    assertThat(after.at("/promisedKg").asLong()).isEqualTo(35_000);
    assertThat(after.at("/onHandKg").asLong()).isEqualTo(35_000);
  }

  @Test
  void of_a_withdrawn_lot_only_what_was_agreed_on_counts() {
    String lot = trade.publish(50_000).text("id");
    trade.accept(trade.propose(lot, 20_000)).expect(201);
    long version = trade.lotNow(lot).number("version");
    String until = trade.today().plusYears(1).toString();
    assertThat(with(until, 0, "").at("/promisedKg").asLong()).isEqualTo(50_000);

    trade.seller().ifMatch(version).post("/lots/" + lot + "/withdrawal").expect(200);

    assertThat(with(until, 0, "").at("/promisedKg").asLong()).isEqualTo(20_000);
  }

  @Test
  void before_it_is_published_a_lot_is_set_against_what_is_promised_already() {
    trade.enter("generation", 30_000);
    String other = trade.publish(20_000).text("id");
    String until = trade.today().plusYears(1).toString();

    assertThat(with(until, 10_000, "").at("/beyondKg").asLong()).isZero();
    assertThat(with(until, 10_001, "").at("/beyondKg").asLong()).isEqualTo(1);
    assertThat(with(until, 30_000, "&instead=" + other).at("/beyondKg").asLong()).isZero();
    assertThat(with(trade.today().toString(), 30_000, "").at("/beyondKg").asLong())
        .as("the other lot ends later")
        .isZero();
    assertThat(later(trade.today().toString(), 10_000).isMissingNode()).isTrue();
    assertThat(later(trade.today().toString(), 10_001).at("/beyondKg").asLong()).isEqualTo(1);
  }

  @Test
  void a_profile_is_stated_by_its_owner_on_the_version_that_it_has() {
    Http stranger = Http.as(Fixtures.producer().trader());
    assertThat(trade.seller().get(stream + "/profile").expect(200).json().at("/version").asLong())
        .isZero();
    List<Long> months = new ArrayList<>(Collections.nCopies(11, 5_000L));
    months.add(0L);

    state(0, months);

    JsonNode stated = trade.seller().get(stream + "/profile").expect(200).json();
    assertThat(stated.at("/version").asLong()).isEqualTo(1);
    assertThat(stated.at("/monthsKg")).hasSize(12);
    assertThat(stated.at("/monthsKg/11").asLong()).isZero();
    assertProblem(put(trade.seller(), 0, months), 412, "version-stale");
    assertProblem(put(trade.seller(), 2, months), 412, "version-stale");
    assertThat(put(stranger, 1, months).status()).isEqualTo(404);
    assertThat(stranger.get(stream + "/profile").status()).isEqualTo(404);
    assertThat(stranger.get(stream + "/coverage?until=2030-01-01").status()).isEqualTo(404);
  }

  @Test
  void bad_input_names_its_field() {
    assertThat(fieldsOf(put(trade.seller(), 0, List.of(1L)).expect(400)))
        .containsExactly("monthsKg");
    List<Long> negative = new ArrayList<>(Collections.nCopies(12, 1L));
    negative.set(3, -1L);
    assertThat(fieldsOf(put(trade.seller(), 0, negative).expect(400)))
        .containsExactly("monthsKg[3]");
    assertThat(trade.seller().get(stream + "/coverage").status()).isEqualTo(400);
    assertThat(trade.seller().get(stream + "/coverage?until=soon").status()).isEqualTo(400);
    assertThat(fieldsOf(trade.seller().get(stream + "/coverage?until=2030-01-01&quantityKg=-1")))
        .containsExactly("quantityKg");
    for (String far : List.of(trade.today().plusYears(3).plusDays(1).toString(), "9999-12-31")) {
      Http.Answer refused = trade.seller().get(stream + "/coverage?until=" + far);
      assertProblem(refused, 422, "window-too-long");
      assertThat(fieldsOf(refused)).containsExactly("until");
    }
  }

  private JsonNode with(String until, long kg, String more) {
    return forecast(until, kg, more).at("/coverage");
  }

  private JsonNode later(String until, long kg) {
    return forecast(until, kg, "").at("/later");
  }

  private JsonNode forecast(String until, long kg, String more) {
    return trade
        .seller()
        .get(stream + "/coverage?until=" + until + "&quantityKg=" + kg + more)
        .expect(200)
        .json();
  }

  private void state(long version, List<Long> monthsKg) {
    put(trade.seller(), version, monthsKg).expect(200);
  }

  private Http.Answer put(Http who, long version, List<Long> monthsKg) {
    return who.ifMatch(version).put(stream + "/profile", Trade.body("monthsKg", monthsKg));
  }
}
