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
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
      assertThat(before.sum("ledger-accounts", "heldMassKg")).isZero();
      assertThat(before.manifest().at("/checks").findValues("equal"))
          .allMatch(check -> check.booleanValue());
      assertThat(TakenHome.by(admin, "en").column("stream-entries", "quantityKg"))
          .containsExactly("5000", "10000");
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
      }
    }
    assertThat(filesLeft()).isEmpty();
  }

  @Test
  void who_goes_away_while_an_archive_is_sent_can_ask_for_another_and_no_file_is_left() {
    try (TestExchange other =
        TestExchange.get().anotherInstance(Map.of(LongTable.PROPERTY, true))) {
      other.call(() -> Http.as(admin).open(EXPORT).expect(200));

      await()
          .atMost(PATIENCE)
          .until(() -> other.call(() -> Http.as(admin).open(EXPORT)).status() == 200);
    }
    assertThat(filesLeft()).isEmpty();
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

  /// Names of archives in the folder for temporary files.
  private static List<String> filesLeft() {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("wufei-export-"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertProblem(Http.Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.code()).isEqualTo(code);
  }
}
