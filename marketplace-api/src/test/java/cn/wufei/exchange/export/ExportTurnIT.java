package cn.wufei.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What happens while an archive is made and sent, in instances of their own.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportTurnIT {

  private static final String EXPORT = "/export?language=en";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Plant plant = Plant.begin();
  private final TestMember admin = plant.organisation().admin();

  @Test
  void what_is_recorded_while_an_archive_is_made_is_not_in_it_and_is_in_the_next() {
    String stream = plant.stream(Plant.SLAG, "钢渣");
    plant.enter(stream, "generation", 10_000, "2026-10-31");
    try (TestExchange other = holding(2)) {
      HeldTable held = other.bean(HeldTable.class);
      CompletableFuture<HttpResponse<byte[]>> made = exportAt(other, admin);
      held.awaitBegun();
      plant.enter(stream, "generation", 5_000, "2026-10-31");
      held.release();

      TakenHome before = TakenHome.of(made.join().body());

      assertThat(before.column("stream-entries", "quantityKg")).containsExactly("10000");
      assertThat(before.column("streams", "onHandKg")).containsExactly("10000");
      assertThat(before.column("ledger-postings", "amountMassKg")).containsExactly("10000");
      assertThat(onHandKg(before)).isEqualTo(10_000);
      assertThat(before.sum("ledger-accounts", "cameInMassKg")).isEqualByComparingTo("10000");
      assertThat(before.manifest().at("/checks").findValues("equal"))
          .allMatch(check -> check.booleanValue());
      TakenHome after = TakenHome.by(admin, "en");
      assertThat(after.column("stream-entries", "quantityKg")).containsExactly("5000", "10000");
      assertThat(onHandKg(after)).isEqualTo(15_000);
      assertThat(after.lastPosting()).isGreaterThan(before.lastPosting());
      assertThat(after.exportedAt()).isAfter(before.exportedAt());
    }
  }

  @Test
  void one_export_of_an_organisation_is_made_at_a_time_on_whichever_instance() {
    try (TestExchange other = holding(2)) {
      HeldTable held = other.bean(HeldTable.class);
      CompletableFuture<HttpResponse<byte[]>> made = exportAt(other, admin);
      held.awaitBegun();

      Http.Answer there = other.call(() -> Http.as(admin).get(EXPORT));
      Http.Answer here = Http.as(admin).get(EXPORT);

      assertProblem(there, 409, "export-going-on");
      assertProblem(here, 409, "export-going-on");
      held.release();
      assertThat(made.join().statusCode()).isEqualTo(200);
      assertThat(exportAt(other, admin).join().statusCode()).isEqualTo(200);
      assertThat(Http.as(admin).download(EXPORT).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void an_instance_exports_for_so_many_at_once_and_others_are_asked_to_wait() {
    TestMember neighbour = Fixtures.receiver().admin();
    try (TestExchange other = holding(1)) {
      HeldTable held = other.bean(HeldTable.class);
      CompletableFuture<HttpResponse<byte[]>> made = exportAt(other, admin);
      held.awaitBegun();

      Http.Answer refused = other.call(() -> Http.as(neighbour).get(EXPORT));

      assertProblem(refused, 503, "exports-too-many");
      assertThat(refused.header("Retry-After")).isEqualTo("15");
      held.release();
      assertThat(made.join().statusCode()).isEqualTo(200);
      assertThat(exportAt(other, neighbour).join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void an_archive_that_would_be_too_large_is_not_made_and_leaves_nothing_behind() {
    try (TestExchange other =
        TestExchange.get().anotherInstance(Map.of("wufei.export.bytes-max", 1_000))) {
      for (int attempt = 0; attempt < 2; attempt++) {
        Http.Answer refused = other.call(() -> Http.as(admin).get(EXPORT));

        assertProblem(refused, 422, "archive-too-large");
        assertThat(refused.number("facts/bytesMax")).isEqualTo(1_000);
        await().atMost(PATIENCE).until(OpenArchives::count, open -> open == 0);
      }
    }
  }

  @Test
  void who_goes_away_while_an_archive_is_made_gives_place_and_file_back_after_a_while() {
    try (TestExchange other =
        TestExchange.get()
            .anotherInstance(
                Map.of(
                    HeldTable.PROPERTY,
                    true,
                    "wufei.export.at-once",
                    1,
                    "wufei.export.idle-max",
                    "5s",
                    "wufei.export.sweep",
                    "200ms"))) {
      HeldTable held = other.bean(HeldTable.class);
      askAndGoAway(other, held);
      assertThat(OpenArchives.count()).isOne();

      held.release();

      await().atMost(PATIENCE).until(OpenArchives::count, open -> open == 0);
      assertThat(exportAt(other, admin).join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void who_goes_away_while_an_archive_is_sent_can_ask_for_another_and_no_file_is_left() {
    try (TestExchange other =
        TestExchange.get().anotherInstance(Map.of(LongTable.PROPERTY, true))) {
      other.call(() -> Http.as(admin).open(EXPORT).expect(200));

      await()
          .atMost(PATIENCE)
          .until(() -> other.call(() -> Http.as(admin).open(EXPORT)).status() == 200);
      await().atMost(PATIENCE).until(OpenArchives::count, open -> open == 0);
    }
  }

  @Test
  void who_stops_fetching_an_archive_gives_place_and_file_back_after_a_while() {
    try (TestExchange other =
        TestExchange.get()
            .anotherInstance(
                Map.of(
                    LongTable.PROPERTY,
                    true,
                    "wufei.export.idle-max",
                    "5s",
                    "wufei.export.sweep",
                    "200ms"))) {
      try (Socket socket = asked(other)) {
        assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 200 OK");

        await().atMost(PATIENCE).until(OpenArchives::count, open -> open == 0);
        assertThat(other.call(() -> Http.as(admin).open(EXPORT)).status()).isEqualTo(200);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Goes without a word as soon as the archive is being made.
  private void askAndGoAway(TestExchange exchange, HeldTable held) {
    try (Socket _ = asked(exchange)) {
      held.awaitBegun();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A client that has asked for an archive and reads no more than it is told to.
  private Socket asked(TestExchange exchange) throws IOException {
    URI server = exchange.url();
    String request =
        """
        GET /api/v1%s HTTP/1.1
        Host: %s
        Authorization: Bearer %s

        """
            .formatted(EXPORT, server.getAuthority(), exchange.call(admin::accessToken));
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket
        .getOutputStream()
        .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String statusLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = socket.getInputStream().read();
        read >= 0 && read != '\r';
        read = socket.getInputStream().read()) {
      line.append((char) read);
    }
    return line.toString();
  }

  private static long onHandKg(TakenHome home) {
    return home.rows("ledger-accounts").stream()
        .filter(account -> "on-hand".equals(account.get("kind")))
        .mapToLong(account ->
            TakenHome.number(Objects.requireNonNull(account.get("heldMassKg"))).longValueExact())
        .sum();
  }

  private static TestExchange holding(int atOnce) {
    return TestExchange.get()
        .anotherInstance(Map.of(HeldTable.PROPERTY, true, "wufei.export.at-once", atOnce));
  }

  private static CompletableFuture<HttpResponse<byte[]>> exportAt(
      TestExchange exchange, TestMember member) {
    return CompletableFuture.supplyAsync(
        () -> exchange.call(() -> Http.as(member).download(EXPORT)));
  }

  private static void assertProblem(Http.Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.code()).isEqualTo(code);
  }
}
