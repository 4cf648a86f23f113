package cn.wufei.exchange.notify.webhook;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.notify.TestNotices.tell;
import static cn.wufei.exchange.notify.TestNotices.tellInVain;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.TestNotices;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a firm is told reaches its own systems, signed, at least once. A webhook is paused after
/// three failures in a row here.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookIT {

  private static final String WEBHOOKS = Hooks.WEBHOOKS;
  private static final String KIND = "test-event";

  private final TestOrganisation plant = Fixtures.producer();
  private final Http admin = Http.as(plant.admin());
  private final Receiver receiver = new Receiver();
  private final Hooks hooks = new Hooks(admin, receiver);

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void a_notice_arrives_signed_and_is_listed_with_what_became_of_it() {
    receiver.answer(Receiver.answering(202, "queued"));
    Http.Answer made = admin.post(WEBHOOKS, hooks.content(null)).expect(201);
    String hook = made.text("webhook/id");

    tell(plant, KIND, "一");

    Receiver.Message message = hooks.awaitMessages(1).getFirst();
    JsonNode body = Hooks.parsed(message.body());
    assertThat(body.at("/id").asText()).isEqualTo(message.id());
    assertThat(body.at("/kind").asText()).isEqualTo(KIND);
    assertThat(body.at("/number").asLong()).isEqualTo(1);
    assertThat(body.at("/organisation").asText()).isEqualTo(plant.id().toString());
    assertThat(body.at("/facts/title").asText()).isEqualTo("一");
    assertThat(body.at("/subjects/lot").asText()).isEqualTo(Id.of(7).toString());
    assertThat(Instant.parse(body.at("/sentAt").asText()))
        .isEqualTo(Instant.parse(admin.get("/notices").text("items/0/sentAt")));
    assertThat(message.signature()).isEqualTo("v1=" + Hooks.hmac(made.text("secret"), message));

    hooks.awaitStatus(hook, "sent", 1);
    Http.Answer list = admin.get(Hooks.deliveries(hook)).expect(200);
    assertThat(list.text("items/0/id")).isEqualTo(message.id());
    assertThat(list.number("items/0/attempts")).isEqualTo(1);
    Http.Answer detail = admin.get(Hooks.delivery(hook, message.id())).expect(200);
    assertThat(detail.text("body")).isEqualTo(message.body());
    assertThat(detail.number("history/0/answerStatus")).isEqualTo(202);
    assertThat(detail.text("history/0/answer")).isEqualTo("queued");
  }

  @Test
  void the_secret_is_said_once_and_renewed_with_an_overlap() {
    Http.Answer made = admin.post(WEBHOOKS, hooks.content(null)).expect(201);
    String hook = made.text("webhook/id");
    Http.Answer renewed = admin.post(WEBHOOKS + "/" + hook + "/secret").expect(201);

    tell(plant, KIND, "one");

    Receiver.Message message = hooks.awaitMessages(1).getFirst();
    assertThat(message.signature())
        .isEqualTo(
            "v1="
                + Hooks.hmac(renewed.text("secret"), message)
                + ",v1="
                + Hooks.hmac(made.text("secret"), message));
    Http.Answer shown = admin.get(WEBHOOKS + "/" + hook).expect(200);
    assertThat(shown.text("previousSecretUntil")).isNotEmpty();
    assertThat(shown.body() + admin.get(WEBHOOKS).body())
        .doesNotContain(renewed.text("secret"), made.text("secret"));
  }

  @Test
  void only_the_kinds_that_were_chosen_are_sent() {
    hooks.make(List.of("offer-received", "offer-accepted"));

    tell(plant, "lot-expired", "a");
    tell(plant, "offer-accepted", "b");

    assertThat(Hooks.parsed(hooks.awaitMessages(1).getFirst().body()).at("/facts/title").asText())
        .isEqualTo("b");
    assertThat(admin.get(Hooks.deliveries(hooks.all().getFirst())).json().at("/items")).hasSize(1);
  }

  @Test
  void what_is_not_committed_is_not_sent_and_nobody_else_is_sent_it() {
    String hook = hooks.make(null);
    tellInVain(plant, KIND, "undone");
    tell(Fixtures.receiver(), KIND, "theirs");
    tell(plant, KIND, "ours");

    hooks.awaitMessages(1);
    hooks.awaitStatus(hook, "sent", 1);
    assertThat(receiver.messages()).singleElement().matches(it -> it.body().contains("ours"));
  }

  @Test
  void what_failed_is_sent_again_as_it_was() {
    receiver.answer(exchange -> {
      receiver.answer(Receiver.answering(200, ""));
      Receiver.answering(503, "later").answer(exchange);
    });
    String hook = hooks.make(null);

    tell(plant, KIND, "again");

    List<Receiver.Message> messages = hooks.awaitMessages(2);
    assertThat(messages.get(1).id()).isEqualTo(messages.get(0).id());
    assertThat(messages.get(1).body()).isEqualTo(messages.get(0).body());
    hooks.awaitStatus(hook, "sent", 1);
    Http.Answer detail = admin.get(Hooks.delivery(hook, messages.getFirst().id())).expect(200);
    assertThat(detail.json().at("/history").findValuesAsText("number")).containsExactly("2", "1");
    assertThat(detail.text("history/1/failure")).isEqualTo("answer");
    assertThat(detail.text("history/1/answer")).isEqualTo("later");
    assertThat(admin.get(WEBHOOKS + "/" + hook).number("failuresInRow")).isZero();
  }

  /// Another instance has taken the message over, as it does when the one that sent it was killed
  /// before it could say so.
  @Test
  void what_was_sent_but_not_marked_is_sent_again_with_the_same_id() {
    DeliveryStore store = TestExchange.get().bean(DeliveryStore.class);
    Clock clock = TestExchange.get().bean(Clock.class);
    String hook = hooks.make(null);
    receiver.answer(exchange -> {
      receiver.answer(Receiver.answering(200, ""));
      Instant now = Instant.now(clock);
      assertThat(store.claim(Id.parse(hook), now.plus(Duration.ofHours(1)), now, 10)).hasSize(1);
      Receiver.answering(200, "").answer(exchange);
    });

    tell(plant, KIND, "twice");

    List<Receiver.Message> messages = hooks.awaitMessages(2);
    assertThat(messages.get(1).id()).isEqualTo(messages.get(0).id());
    assertThat(messages.get(1).body()).isEqualTo(messages.get(0).body());
    hooks.awaitStatus(hook, "sent", 1);
  }

  @Test
  void several_instances_send_each_message_once() {
    try (TestExchange _ = TestExchange.get().anotherInstance(Map.of())) {
      String hook = hooks.make(null);

      IntStream.range(0, 40).forEach(i -> tell(plant, KIND, "number " + i));

      hooks.awaitStatus(hook, "sent", 40);
      assertThat(receiver.messages())
          .hasSize(40)
          .extracting(Receiver.Message::id)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void a_webhook_that_takes_nothing_is_paused_its_firm_is_told_and_nothing_is_lost() {
    receiver.answer(Receiver.answering(500, "broken"));
    String hook = hooks.make(null);
    for (String text : List.of("a", "b", "c")) {
      tell(plant, KIND, text);
    }

    Hooks.await(
        () -> assertThat(admin.get(WEBHOOKS + "/" + hook).text("state")).isEqualTo("paused"));

    Http.Answer paused = admin.get(WEBHOOKS + "/" + hook).expect(200);
    assertThat(paused.text("pauseReason")).isEqualTo("failures");
    Http.Answer notices = admin.get("/notices").expect(200);
    assertThat(notices.text("items/0/kind")).isEqualTo("webhook-paused");
    assertThat(notices.text("items/0/subjects/webhook")).isEqualTo(hook);
    tell(plant, KIND, "d");
    receiver.answer(Receiver.answering(200, ""));
    assertProblem(admin.post(WEBHOOKS + "/" + hook + "/replay"), 409, "webhook-not-active");
    assertProblem(admin.post(WEBHOOKS + "/" + hook + "/pause"), 409, "webhook-not-active");

    admin.post(WEBHOOKS + "/" + hook + "/resumption").expect(200);

    hooks.awaitStatus(hook, "sent", 5);
    assertThat(admin.get(WEBHOOKS + "/" + hook).text("state")).isEqualTo("active");
    assertProblem(admin.post(WEBHOOKS + "/" + hook + "/resumption"), 409, "webhook-not-paused");
  }

  @Test
  void a_test_call_is_sent_once_also_while_the_webhook_is_paused() {
    receiver.answer(Receiver.answering(404, "no such hook"));
    String hook = hooks.make(null);
    admin.post(WEBHOOKS + "/" + hook + "/pause").expect(200);
    tell(plant, KIND, "held");

    Http.Answer test = admin.post(WEBHOOKS + "/" + hook + "/test").expect(201);

    assertThat(Hooks.parsed(hooks.awaitMessages(1).getFirst().body()).at("/kind").asText())
        .isEqualTo("test");
    Hooks.await(() ->
        assertThat(admin.get(Hooks.delivery(hook, test.text("id"))).text("delivery/status"))
            .isEqualTo("failed"));
    Http.Answer list = admin.get(Hooks.deliveries(hook) + "?kind=" + KIND).expect(200);
    assertThat(list.json().findValuesAsText("status")).containsExactly("held");
  }

  @Test
  void messages_are_sent_anew_one_by_one_or_all_that_failed() {
    String hook = hooks.make(null);
    tell(plant, KIND, "once more");
    hooks.awaitStatus(hook, "sent", 1);
    String id = receiver.messages().getFirst().id();

    admin.post(Hooks.delivery(hook, id) + "/replay").expect(200);

    assertThat(hooks.awaitMessages(2)).extracting(Receiver.Message::id).containsExactly(id, id);
    hooks.awaitStatus(hook, "sent", 1);
    giveUp(hook, id);
    assertThat(admin.get(Hooks.deliveries(hook) + "?status=failed").text("items/0/id"))
        .isEqualTo(id);
    assertThat(admin.get(WEBHOOKS).number("items/0/failed")).isEqualTo(1);

    assertThat(admin.post(WEBHOOKS + "/" + hook + "/replay").expect(200).number("count"))
        .isEqualTo(1);

    hooks.awaitMessages(3);
    hooks.awaitStatus(hook, "sent", 1);
    assertThat(admin.get(Hooks.delivery(hook, id)).number("delivery/attempts")).isEqualTo(4);
  }

  @Test
  void a_removed_webhook_is_gone_and_what_it_held_is_dropped() {
    String hook = hooks.make(null);
    admin.post(WEBHOOKS + "/" + hook + "/pause").expect(200);
    tell(plant, KIND, "never");

    admin.post(WEBHOOKS + "/" + hook + "/removal").expect(200);

    tell(plant, KIND, "nor this");
    assertProblem(admin.get(WEBHOOKS + "/" + hook), 404, "not-found");
    assertThat(hooks.all()).isEmpty();
    tell(plant, KIND, "last");
    String next = hooks.make(null);
    tell(plant, KIND, "first");
    hooks.awaitStatus(next, "sent", 1);
    assertThat(receiver.messages()).singleElement().matches(it -> it.body().contains("first"));
  }

  @Test
  void webhooks_have_their_turns_one_after_another_and_round() {
    receiver.answer(Receiver.answering(503, "later"));
    Id first = Id.parse(hooks.make(null));
    Id second = Id.parse(hooks.make(null));
    tell(plant, KIND, "turns");
    hooks.awaitMessages(2);
    DeliveryStore store = TestExchange.get().bean(DeliveryStore.class);
    Instant later = Instant.now(TestExchange.get().bean(Clock.class)).plus(Duration.ofHours(1));

    for (Id last : List.of(first, second)) {
      assertThat(store.webhooksWithDue(later, Set.of(), last, 1_000))
          .filteredOn(id -> id.equals(first) || id.equals(second))
          .containsExactly(last.equals(first) ? second : first, last);
    }
  }

  /// As it happens to who reads of a webhook just before it is paused, resumed or removed.
  @ParameterizedTest
  @CsvSource({"resumption, HELD, sent", "pause, WAITING, held", "removal, WAITING, dropped"})
  void a_message_follows_its_webhook(String act, DeliveryStatus written, String status) {
    Id hook = Id.parse(hooks.make(null));
    if (act.equals("resumption")) {
      admin.post(WEBHOOKS + "/" + hook + "/pause").expect(200);
    }
    admin.post(WEBHOOKS + "/" + hook + "/" + act).expect(200);
    DeliveryStore store = TestExchange.get().bean(DeliveryStore.class);
    Instant now = Instant.now(TestExchange.get().bean(Clock.class));
    Id message = Id.next();
    TestNotices.inTransaction(() -> {
      store.insert(message, hook, KIND, 1L, "{}", new DeliveryStore.State(written, now));
      return true;
    });

    TestExchange.get().bean(ForgetOldDeliveries.class).run();

    Hooks.await(() ->
        TestNotices.inTransaction(() -> {
          assertThat(store.lockStatus(hook, message)).isEqualTo(status);
          return true;
        }));
  }

  /// As if its last attempt had failed.
  private static void giveUp(String hook, String delivery) {
    DeliveryStore store = TestExchange.get().bean(DeliveryStore.class);
    Clock clock = TestExchange.get().bean(Clock.class);
    TestNotices.inTransaction(() -> {
      Instant now = Instant.now(clock);
      store.replay(List.of(Id.parse(delivery)), now);
      DeliveryStore.Claimed claimed =
          store.claim(Id.parse(hook), now.plusSeconds(1), now.plusSeconds(60), 1).getFirst();
      return store.conclude(
          claimed,
          new Attempt(now, 1, null, Failure.UNREACHABLE, null),
          DeliveryStatus.FAILED,
          null);
    });
  }
}
