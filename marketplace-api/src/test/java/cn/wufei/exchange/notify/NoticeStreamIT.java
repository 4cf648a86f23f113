package cn.wufei.exchange.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.EventStream;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import io.micronaut.transaction.TransactionOperations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeStreamIT {

  private static final String STREAM = "/notices/stream";

  private TestOrganisation plant;
  private Http reader;

  @BeforeEach
  void join() {
    plant = Fixtures.producer();
    reader = Http.as(plant.trader());
  }

  @Test
  void a_notice_arrives_at_every_stream_of_its_organisation_on_every_instance() {
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        EventStream here = reader.follow(STREAM);
        EventStream elsewhere =
            Http.anonymous(other)
                .with("Authorization", "Bearer " + plant.admin().accessToken())
                .follow(STREAM)) {
      assertThat(here.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");

      send(plant, "one");

      for (EventStream stream : List.of(here, elsewhere)) {
        EventStream.Event event = stream.awaitEvents(1).getFirst();
        assertThat(event.name()).isEqualTo("notice");
        assertThat(event.id()).isEqualTo("1");
        assertThat(event.json().at("/kind").asText()).isEqualTo("test-event");
        assertThat(event.json().at("/facts/text").asText()).isEqualTo("one");
        assertThat(event.json().at("/subjects/lot").asText()).isEqualTo(Id.of(7).toString());
      }
    }
  }

  @Test
  void a_stream_goes_on_after_the_last_event_without_loss_or_repeat() {
    send(plant, "before");
    try (EventStream first = reader.follow(STREAM)) {
      first.awaitComments(1);
      send(plant, "two");
      assertThat(first.awaitEvents(1).getFirst().id()).isEqualTo("2");
    }
    send(plant, "three");
    send(plant, "four");

    try (EventStream second = reader.with("Last-Event-ID", "2").follow(STREAM)) {
      second.awaitEvents(2);
      send(plant, "five");

      assertThat(second.awaitEvents(3))
          .extracting(event -> event.id() + " " + event.json().at("/facts/text").asText())
          .containsExactly("3 three", "4 four", "5 five");
    }
  }

  @Test
  void a_notice_that_is_committed_late_is_not_passed_over() {
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    try (EventStream stream = reader.follow(STREAM)) {
      stream.awaitComments(1);
      Thread late = Thread.ofVirtual().start(() -> send(plant, "late", sent, commit));
      await().until(() -> sent.getCount() == 0);
      Thread next = Thread.ofVirtual().start(() -> send(plant, "next"));
      stream.awaitComments(2);
      assertThat(stream.events()).isEmpty();

      commit.countDown();

      assertThat(stream.awaitEvents(2))
          .extracting(event -> event.json().at("/facts/text").asText())
          .containsExactly("late", "next");
      await().until(() -> !late.isAlive() && !next.isAlive());
    }
  }

  @Test
  void the_same_event_is_told_once() {
    send(plant, "same");
    send(plant, "same");

    assertThat(texts(reader)).containsExactly("same");
  }

  @Test
  void what_is_not_committed_is_not_told() {
    TransactionOperations<?> transactions = TestExchange.get().bean(TransactionOperations.class);
    transactions.executeWrite(status -> {
      TestExchange.get().bean(Notices.class).send(List.of(notice(plant, "undone")));
      status.setRollbackOnly();
      return true;
    });
    send(plant, "done");

    assertThat(texts(reader)).containsExactly("done");
  }

  @Test
  void notices_of_another_organisation_never_arrive() {
    TestOrganisation other = Fixtures.receiver();
    try (EventStream stream = reader.follow(STREAM);
        EventStream resumed = reader.with("Last-Event-ID", "0").follow(STREAM)) {
      send(other, "theirs");
      send(plant, "ours");

      for (EventStream each : List.of(stream, resumed)) {
        assertThat(each.awaitEvents(1).getFirst().data()).contains("ours");
      }
      assertThat(texts(reader)).containsExactly("ours");
      assertThat(reader.put("/notices/2/reading", "{}").status()).isEqualTo(404);
    }
  }

  @Test
  void a_stream_is_never_silent_for_long() {
    try (EventStream stream = reader.follow(STREAM)) {
      stream.awaitComments(2);
      assertThat(stream.events()).isEmpty();
    }
  }

  @Test
  void a_stream_ends_when_its_session_does() {
    String token =
        Http.anonymous()
            .post(
                "/session",
                Map.of("login", plant.admin().login(), "password", plant.admin().password()))
            .expect(200)
            .text("accessToken");
    try (EventStream ending = Http.withToken(token).follow(STREAM);
        EventStream going = reader.follow(STREAM)) {
      ending.awaitComments(1);

      Http.withToken(token).delete("/session").expect(204);

      ending.awaitEnd();
      send(plant, "still");
      going.awaitEvents(1);
      assertThat(ending.events()).isEmpty();
    }
  }

  @Test
  void a_stream_ends_when_its_token_runs_out() {
    try (TestExchange brief =
        TestExchange.get().anotherInstance(Map.of("wufei.session.access-token-lifetime", "2s"))) {
      String token =
          Http.anonymous(brief)
              .post(
                  "/session",
                  Map.of("login", plant.admin().login(), "password", plant.admin().password()))
              .expect(200)
              .text("accessToken");
      try (EventStream stream =
          Http.anonymous(brief).with("Authorization", "Bearer " + token).follow(STREAM)) {
        assertThat(stream.status()).isEqualTo(200);
        stream.awaitEnd();
      }
    }
  }

  @Test
  void a_member_follows_from_a_bounded_number_of_places() {
    List<EventStream> open = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        open.add(reader.follow(STREAM));
      }
      open.forEach(stream -> stream.awaitComments(1));

      Http.Answer refused = reader.get(STREAM);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.code()).isEqualTo("too-many-streams");
      assertThat(Http.as(plant.admin()).open(STREAM).status()).isEqualTo(200);
      open.removeFirst().close();
      await().atMost(Duration.ofSeconds(20)).until(() -> reader.open(STREAM).status() == 200);
    } finally {
      open.forEach(EventStream::close);
    }
  }

  @Test
  void a_malformed_last_event_id_is_a_mistake() {
    assertThat(reader.with("Last-Event-ID", "soon").get(STREAM).status()).isEqualTo(400);
  }

  @Test
  void each_member_reads_for_itself() {
    for (String text : List.of("a", "b", "c", "d")) {
      send(plant, text);
    }
    Http colleague = Http.as(plant.reader());

    assertThat(reader.put("/notices/3/reading", "{}").expect(200).number("unread")).isEqualTo(3);
    assertThat(reader.put("/notices/reading", Map.of("upTo", 2)).expect(200).number("unread"))
        .isEqualTo(1);
    assertThat(reader.put("/notices/reading", Map.of("upTo", 1)).expect(200).number("unread"))
        .isEqualTo(1);

    Http.Answer list = reader.get("/notices?limit=3").expect(200);
    assertThat(list.json().findValuesAsText("read")).containsExactly("false", "true", "true");
    assertThat(list.number("unread")).isEqualTo(1);
    assertThat(reader.get("/notices?limit=3&cursor=" + list.text("next")).json().at("/items"))
        .hasSize(1);
    assertThat(reader.get("/notices?unread=true").json().at("/items/0/number").asInt())
        .isEqualTo(4);
    assertThat(colleague.get("/notices").number("unread")).isEqualTo(4);
    assertThat(reader.put("/notices/reading", Map.of("upTo", 1_000)).number("unread")).isZero();
    send(plant, "e");
    assertThat(reader.get("/notices").number("unread")).isEqualTo(1);
  }

  private static List<String> texts(Http reader) {
    return reader.get("/notices").expect(200).json().at("/items").findValuesAsText("text");
  }

  private static void send(TestOrganisation to, String text) {
    send(to, text, new CountDownLatch(0), new CountDownLatch(0));
  }

  private static void send(
      TestOrganisation to, String text, CountDownLatch sent, CountDownLatch commit) {
    TransactionOperations<?> transactions = TestExchange.get().bean(TransactionOperations.class);
    transactions.executeWrite(_ -> {
      TestExchange.get().bean(Notices.class).send(List.of(notice(to, text)));
      sent.countDown();
      try {
        commit.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return true;
    });
  }

  private static NewNotice notice(TestOrganisation to, String text) {
    return new NewNotice(
        to.id(), "test-event", text, Map.of("lot", Id.of(7)), Map.of("text", text));
  }
}
