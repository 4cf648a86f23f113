package cn.wufei.exchange.deal.offer;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.approval.Approving;
import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferCourseIT {

  private static final int ROUNDS = 50;

  private final Trade trade = Trade.begin();

  @Test
  void an_offer_stands_for_a_week_or_as_long_as_its_maker_says() {
    String lot = trade.publish(100_000).text("id");
    assertThat(validTo(trade.propose(lot, 10_000))).isEqualTo(trade.today().plusDays(7));
    assertThat(validTo(offered(lot, trade.today()).expect(201))).isEqualTo(trade.today());
    assertThat(validTo(offered(lot, trade.today().plusDays(30)).expect(201)))
        .isEqualTo(trade.today().plusDays(30));

    Map<String, Object> brief = trade.lot(50_000);
    brief.put("availableTo", trade.today().plusDays(3).toString());
    String short_ = trade.seller().post("/lots", brief).expect(201).text("id");
    Map<String, Object> offer = trade.offer(short_, 10_000);
    offer.put("deliverTo", trade.today().plusDays(2).toString());
    assertThat(validTo(trade.buyer().post("/offers", offer).expect(201)))
        .isEqualTo(trade.today().plusDays(2));
    offer.put("deliverFrom", trade.today().minusDays(2).toString());
    offer.put("deliverTo", trade.today().minusDays(1).toString());
    assertThat(validTo(trade.buyer().post("/offers", offer).expect(201)))
        .as("delivery is over already")
        .isEqualTo(trade.today().plusDays(3));
    offer.put("validTo", trade.today().plusDays(4).toString());
    Http.Answer beyond = trade.buyer().post("/offers", offer);
    assertProblem(beyond, 422, "validity-beyond-window");
    assertThat(beyond.text("facts/availableTo")).isEqualTo(trade.today().plusDays(3).toString());
  }

  @Test
  void a_validity_that_cannot_be_names_its_field() {
    String lot = trade.publish(100_000).text("id");

    Http.Answer over = offered(lot, trade.today().minusDays(1));
    Http.Answer far = offered(lot, trade.today().plusDays(31));

    assertProblem(over, 422, "validity-over");
    assertThat(fieldsOf(over)).containsExactly("validTo");
    assertProblem(far, 422, "validity-too-long");
    assertThat(fieldsOf(far)).containsExactly("validTo");
    assertThat(far.number("facts/daysMax")).isEqualTo(30);
    Http.Answer first = trade.propose(lot, 10_000);
    Map<String, Object> counter = trade.terms(20_000);
    counter.put("validTo", trade.today().plusDays(31).toString());
    assertProblem(
        trade.seller().ifMatch(1).post("/offers/" + first.text("id") + "/counter", counter),
        422,
        "validity-too-long");
    assertThat(trade.buyer().get("/offers/" + first.text("id")).text("status")).isEqualTo("open");
  }

  @Test
  void silence_ends_an_offer_and_both_sides_are_told_once() {
    Http.Answer offer = trade.propose(trade.publish(100_000).text("id"), 10_000);
    String path = "/offers/" + offer.text("id");
    lastDay(offer, trade.today());
    timers().run();
    assertThat(trade.seller().get(path).json().at("/myTurn").asBoolean())
        .as("the last day counts")
        .isTrue();

    lastDay(offer, trade.today().minusDays(1));
    Http.Answer before = trade.seller().get(path);
    assertThat(before.text("status")).as("before anybody wrote it down").isEqualTo("expired");
    assertThat(before.json().at("/myTurn").asBoolean()).isFalse();
    assertThat(listed("expired")).containsExactly(offer.text("id"));
    assertThat(listed("open")).isEmpty();
    for (String act : List.of("acceptance", "decline", "withdrawal")) {
      Http who = act.equals("withdrawal") ? trade.buyer() : trade.seller();
      assertProblem(who.ifMatch(1).post(path + "/" + act), 409, "offer-expired");
    }
    assertProblem(
        trade.seller().ifMatch(1).post(path + "/counter", trade.terms(20_000)),
        409,
        "offer-expired");

    timers().run();
    timers().run();

    Http.Answer after = trade.buyer().get(path);
    assertThat(after.text("status")).isEqualTo("expired");
    assertThat(after.number("version")).isEqualTo(2);
    assertProblem(trade.seller().ifMatch(2).post(path + "/acceptance"), 409, "offer-expired");
    assertThat(listed("expired")).containsExactly(offer.text("id"));
    assertThat(kinds(trade.seller())).containsExactly("offer-expired", "offer-received");
    assertThat(kinds(trade.buyer())).containsExactly("offer-expired");
    JsonNode told = trade.buyer().get("/notices").json().at("/items/0");
    assertThat(told.at("/subjects/offer").asText()).isEqualTo(offer.text("id"));
    assertThat(told.at("/facts/partner").asText()).isEqualTo(trade.producer().name());
    assertThat(told.at("/facts/validTo").asText()).isEqualTo(trade.today().minusDays(1).toString());
  }

  @Test
  void with_an_offer_the_time_is_over_for_what_waits_about_it() {
    Approving.above(trade.producer(), 0);
    Http.Answer offer = trade.propose(trade.publish(100_000).text("id"), 10_000);
    Http.Answer asked = Approving.askToAccept(trade.seller(), offer).expect(201);
    LocalDate yesterday = trade.today().minusDays(1);
    lastDay(offer, yesterday);
    Books.write(
        "update approval_request set last_day = ? where id = ?", yesterday.toString(), idOf(asked));
    assertThat(Approving.now(trade.seller(), asked).text("overtakenBy")).isEqualTo("time-over");

    timers().run();

    Http.Answer ended = Approving.now(trade.seller(), asked);
    assertThat(ended.json().has("decidedAt")).isTrue();
    assertThat(ended.text("overtakenBy")).isEqualTo("time-over");
  }

  @Test
  void on_its_last_day_an_offer_can_be_accepted() {
    Http.Answer offer = trade.propose(trade.publish(100_000).text("id"), 10_000);
    lastDay(offer, trade.today());

    trade.accept(offer).expect(201);
  }

  @Test
  void who_has_to_answer_is_reminded_once_before_the_last_day() {
    String lot = trade.publish(100_000).text("id");
    Http.Answer ending = trade.propose(lot, 10_000);
    Http.Answer later = trade.propose(lot, 20_000);
    Http.Answer fresh = offered(lot, trade.today()).expect(201);
    for (Http.Answer each : List.of(ending, later)) {
      madeYesterday(each);
    }
    lastDay(ending, trade.today().plusDays(1));
    lastDay(later, trade.today().plusDays(2));

    timers().run();
    timers().run();

    JsonNode told = trade.seller().get("/notices").expect(200).json().at("/items");
    assertThat(told.findValuesAsText("kind"))
        .containsExactly("offer-expiring", "offer-received", "offer-received", "offer-received");
    assertThat(told.at("/0/subjects/offer").asText()).isEqualTo(ending.text("id"));
    assertThat(kinds(trade.buyer())).isEmpty();
    assertThat(trade.seller().get("/offers/" + fresh.text("id")).text("status")).isEqualTo("open");
  }

  @Test
  void each_act_is_told_to_the_other_side() {
    String lot = trade.publish(100_000).text("id");
    Http.Answer first = trade.propose(lot, 10_000);
    Http.Answer counter = counter(trade.seller(), first, 20_000);
    Http.Answer agreement =
        trade.buyer().ifMatch(1).post("/offers/" + counter.text("id") + "/acceptance").expect(201);
    Http.Answer declined = trade.propose(lot, 5_000);
    trade.seller().ifMatch(1).post("/offers/" + declined.text("id") + "/decline").expect(200);
    Http.Answer withdrawn = trade.propose(lot, 6_000);
    trade.buyer().ifMatch(1).post("/offers/" + withdrawn.text("id") + "/withdrawal").expect(200);

    assertThat(kinds(trade.seller()))
        .containsExactly(
            "offer-withdrawn",
            "offer-received",
            "offer-received",
            "offer-accepted",
            "offer-received");
    assertThat(kinds(trade.buyer())).containsExactly("offer-declined", "offer-countered");
    JsonNode accepted = trade.seller().get("/notices").json().at("/items/3");
    assertThat(accepted.at("/subjects/agreement").asText()).isEqualTo(agreement.text("id"));
    assertThat(accepted.at("/facts/agreementNumber").asText()).isEqualTo(agreement.text("number"));
    JsonNode countered = trade.buyer().get("/notices").json().at("/items/1");
    assertThat(countered.at("/subjects/offer").asText()).isEqualTo(counter.text("id"));
    assertThat(countered.at("/facts/quantityKg").asLong()).isEqualTo(20_000);
  }

  @Test
  void a_negotiation_is_read_as_a_whole_from_any_of_its_offers() {
    String lot = trade.publish(100_000).text("id");
    Http.Answer first = trade.propose(lot, 10_000);
    Http.Answer second = counter(trade.seller(), first, 20_000);
    Http.Answer third = counter(trade.buyer(), second, 15_000);
    trade.propose(lot, 7_000);

    for (Http.Answer each : List.of(first, second, third)) {
      JsonNode course =
          trade.buyer().get("/offers/" + each.text("id") + "/course").expect(200).json();
      assertThat(course.at("/items").findValuesAsText("quantityKg"))
          .containsExactly("10000", "20000", "15000");
      assertThat(course.at("/items"))
          .extracting(item -> item.at("/status").asText())
          .containsExactly("countered", "countered", "open");
      assertThat(course.at("/items/2"))
          .isEqualTo(trade.buyer().get("/offers/" + third.text("id")).json());
    }
    String path = "/offers/" + second.text("id") + "/course";
    assertThat(Http.as(Fixtures.producerReceiver().trader()).get(path).status()).isEqualTo(404);
    assertThat(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get(path).status()).isEqualTo(200);
    assertThat(trade.seller().get(path).json().at("/items/2/myTurn").asBoolean()).isTrue();
  }

  @Test
  void of_acceptance_withdrawal_and_expiry_at_once_exactly_one_happens() throws Exception {
    String lot = trade.publish(ROUNDS * 10_000L).text("id");
    int accepted = 0;
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Http buyerThere =
          Http.anonymous(other)
              .with("Authorization", "Bearer " + trade.receiver().trader().accessToken());
      for (int round = 0; round < ROUNDS; round++) {
        Http.Answer offer = trade.propose(lot, 10_000);
        String path = "/offers/" + offer.text("id");
        Id id = Id.parse(offer.text("id"));
        LocalDate after = validTo(offer).plusDays(1);
        List<Callable<Boolean>> acts =
            List.of(
                () -> trade.accept(offer).status() == 201,
                () -> buyerThere.ifMatch(1).post(path + "/withdrawal").status() == 200,
                () -> other.bean(OfferTimers.class).expire(id, after));
        List<Boolean> done = new ArrayList<>();
        for (Future<Boolean> each : threads.invokeAll(acts)) {
          done.add(each.get());
        }

        assertThat(done).as("round " + round).containsOnlyOnce(true);
        String status = trade.seller().get(path).text("status");
        assertThat(status)
            .isEqualTo(done.get(0) ? "accepted" : done.get(1) ? "withdrawn" : "expired");
        accepted += done.get(0) ? 1 : 0;
      }
    }

    long left = (ROUNDS - accepted) * 10_000L;
    assertThat(trade.lotNow(lot).number("availableKg")).isEqualTo(left);
    assertThat(Books.heldOf("available", lot)).isEqualTo(left);
  }

  private List<String> listed(String status) {
    List<String> ids = new ArrayList<>();
    for (JsonNode item :
        trade.seller().get("/offers?status=" + status).expect(200).json().at("/items")) {
      ids.add(item.at("/id").asText());
    }
    return ids;
  }

  private Http.Answer offered(String lot, LocalDate validTo) {
    Map<String, Object> offer = trade.offer(lot, 10_000);
    offer.put("validTo", validTo.toString());
    return trade.buyer().post("/offers", offer);
  }

  private Http.Answer counter(Http who, Http.Answer offer, long kg) {
    return who.ifMatch(1)
        .post("/offers/" + offer.text("id") + "/counter", trade.terms(kg))
        .expect(201);
  }

  private static LocalDate validTo(Http.Answer offer) {
    return LocalDate.parse(offer.text("validTo"));
  }

  private static void lastDay(Http.Answer offer, LocalDate day) {
    Books.write("update deal_offer set valid_to = ? where id = ?", day.toString(), idOf(offer));
  }

  private static void madeYesterday(Http.Answer offer) {
    Books.write(
        "update deal_offer set created_at = date_sub(created_at, interval 1 day) where id = ?",
        idOf(offer));
  }

  private static long idOf(Http.Answer offer) {
    return Books.numberOf(offer.text("id"));
  }

  private static List<String> kinds(Http who) {
    return who.get("/notices").expect(200).json().at("/items").findValuesAsText("kind");
  }

  private static OfferTimers timers() {
    return TestExchange.get().bean(OfferTimers.class);
  }
}
