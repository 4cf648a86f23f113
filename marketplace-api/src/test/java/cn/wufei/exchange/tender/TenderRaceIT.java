package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.tender.Tendering.pass;
import static cn.wufei.exchange.tender.Tendering.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import java.time.Duration;
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

/// What several do at once, on two instances: exactly one thing happens.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderRaceIT {

  private static final int ROUNDS = 25;

  private final Tendering tendering = Tendering.begin();

  @Test
  void of_replacing_withdrawing_and_closing_at_once_what_was_first_holds() throws Exception {
    String lot = tendering.trade().publish(100_000).text("id");
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Http bidderHere = Tendering.as(tendering.first());
      Http bidderThere = on(other, tendering.first().trader());
      for (int round = 0; round < ROUNDS; round++) {
        String tender =
            tendering.invite(tendering.trade().tender(lot, Tendering.QUANTITY_KG)).text("id");
        Tendering.Envelope bid = sealed(tendering.first(), tender, "5");
        Tendering.Envelope next = Tendering.Envelope.of(tendering.first(), tender, "6");
        List<Boolean> done =
            together(
                threads,
                List.of(
                    () -> bidderHere.ifMatch(1).put(bid.path(), next.bid()).status() == 200,
                    () -> bidderThere.ifMatch(1).delete(bid.path()).status() == 200,
                    () -> {
                      pass(tender, Tendering.OPEN);
                      other.bean(TenderTimers.class).settleDue();
                      return false;
                    }));
        boolean replaced = done.get(0);
        boolean withdrawn = done.get(1);

        assertThat(replaced && withdrawn).as("round " + round).isFalse();
        if (withdrawn) {
          assertThat(tendering.status(tender)).isEqualTo("failed");
          assertThat(tendering.now(tender).json().at("/bids")).isEmpty();
        } else {
          assertThat(tendering.status(tender)).isEqualTo("opening");
          assertThat((replaced ? bid : next).open().code()).isEqualTo("commitment-mismatch");
          (replaced ? next : bid).open().expect(200);
          tendering
              .seller()
              .ifMatch(tendering.now(tender).number("version"))
              .post("/tenders/" + tender + "/ending", body("reason", "试验"))
              .expect(200);
        }
      }
    }
    assertThat(tendering.trade().lotNow(lot).number("availableKg")).isEqualTo(100_000);
  }

  @Test
  void of_awards_an_ending_and_a_lapse_at_once_exactly_one_happens() throws Exception {
    String lot = tendering.trade().publish((ROUNDS + 1) * Tendering.QUANTITY_KG).text("id");
    int awarded = 0;
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Http sellerThere = on(other, tendering.trade().producer().trader());
      for (int round = 0; round < ROUNDS; round++) {
        String tender = tendering.toAward(lot);
        long version = tendering.now(tender).number("version");
        String path = "/tenders/" + tender;
        boolean lapses = round % 3 == 0;
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> tendering.seller().ifMatch(version).post(path + "/award").status() == 200);
        acts.add(() -> sellerThere.ifMatch(version).post(path + "/award").status() == 200);
        acts.add(() ->
            tendering
                    .seller()
                    .ifMatch(version)
                    .post(path + "/ending", body("reason", "试验"))
                    .status()
                == 200);
        if (lapses) {
          acts.add(() -> {
            pass(tender, Tendering.AWARD.plus(Duration.ofMinutes(1)));
            other.bean(TenderTimers.class).settleDue();
            return false;
          });
        }
        List<Boolean> done = together(threads, acts);

        String status = tendering.status(tender);
        boolean award = done.get(0) || done.get(1);
        assertThat(done.stream().filter(each -> each)).as("round " + round).hasSizeLessThan(2);
        assertThat(status)
            .as("round " + round)
            .isEqualTo(award ? "awarded" : done.get(2) ? "ended" : "lapsed");
        if (!lapses) {
          assertThat(status).isNotEqualTo("lapsed");
        }
        awarded += award ? 1 : 0;
      }
    }

    long left = (ROUNDS + 1 - awarded) * Tendering.QUANTITY_KG;
    assertThat(tendering.trade().lotNow(lot).number("availableKg")).isEqualTo(left);
    assertThat(Books.heldOf("available", lot)).isEqualTo(left);
  }

  @Test
  void a_bid_is_sealed_once_and_a_lot_has_one_tender() throws Exception {
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Http sellerThere = on(other, tendering.trade().producer().trader());
      Http bidderThere = on(other, tendering.first().trader());
      String lot = tendering.trade().publish(100_000).text("id");
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, Object> draft = tendering.trade().tender(lot, Tendering.QUANTITY_KG);
        List<Http.Answer> invited = new ArrayList<>();
        List<Callable<Boolean>> invitations =
            List.of(
                () -> created(tendering.seller().post("/tenders", draft), invited),
                () -> created(sellerThere.post("/tenders", draft), invited));
        assertThat(together(threads, invitations)).as("round " + round).containsOnlyOnce(true);
        String tender = invited.getFirst().text("id");
        Tendering.Envelope one = Tendering.Envelope.of(tendering.first(), tender, "5");
        Tendering.Envelope two = Tendering.Envelope.of(tendering.first(), tender, "6");
        assertThat(
                together(
                    threads,
                    List.of(
                        () ->
                            Tendering.as(tendering.first()).post(one.path(), one.bid()).status()
                                == 201,
                        () -> bidderThere.post(two.path(), two.bid()).status() == 201)))
            .as("round " + round)
            .containsOnlyOnce(true);
        tendering
            .seller()
            .ifMatch(1)
            .post("/tenders/" + tender + "/cancellation", body("reason", "试验"))
            .expect(200);
      }
    }
  }

  @Test
  void of_an_offer_accepted_and_a_tender_invited_at_once_only_what_is_there_is_promised()
      throws Exception {
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Http sellerThere = on(other, tendering.trade().producer().trader());
      for (int round = 0; round < ROUNDS; round++) {
        String lot = tendering.trade().publish(15_000).text("id");
        Http.Answer offer = tendering.trade().propose(lot, 10_000);
        assertThat(
                together(
                    threads,
                    List.of(
                        () -> tendering.trade().accept(offer).status() == 201,
                        () ->
                            sellerThere
                                    .post("/tenders", tendering.trade().tender(lot, 10_000))
                                    .status()
                                == 201)))
            .as("round " + round)
            .containsOnlyOnce(true);
      }
    }
  }

  private static boolean created(Http.Answer answer, List<Http.Answer> created) {
    if (answer.status() != 201) {
      return false;
    }
    synchronized (created) {
      created.add(answer);
    }
    return true;
  }

  private static Http on(TestExchange instance, TestMember member) {
    return Http.anonymous(instance).with("Authorization", "Bearer " + member.accessToken());
  }

  private static List<Boolean> together(ExecutorService threads, List<Callable<Boolean>> acts)
      throws Exception {
    List<Boolean> done = new ArrayList<>();
    for (Future<Boolean> each : threads.invokeAll(acts)) {
      done.add(each.get());
    }
    return done;
  }
}
