package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.TestExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process that records is killed (`kill -9`) at random moments. What it acknowledged is there
/// afterwards, whole and once, and the independent verifier finds the ledger in order.
///
/// `-Dwufei.test.kills=50` for more rounds, `-Dwufei.test.seed=N` for the same moments again.
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillIT {

  private static final int ROUNDS = Integer.getInteger("wufei.test.kills", 5);
  private static final int ACKNOWLEDGED_MAX = 1_500;

  @Test
  void what_was_acknowledged_is_there_after_the_recorder_was_killed(@TempDir Path folder)
      throws Exception {
    try (OwnDatabase database = OwnDatabase.migrated(folder)) {
      kill(database);
    }
  }

  private static void kill(OwnDatabase database) throws Exception {
    long seed = Long.getLong("wufei.test.seed", System.nanoTime());
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String name = "kill-" + Id.next() + "-" + round;
      Set<String> acknowledged = killedAfter(database, name, 1 + random.nextInt(ACKNOWLEDGED_MAX));

      Set<String> recorded = new HashSet<>(recordedOf(database, name));
      assertThat(recorded).as("seed %d, round %d", seed, round).containsAll(acknowledged);
      database.assertVerified();
    }
  }

  /// Kills the recorder once it has said so many references, and reads what it said until its end:
  /// what it had written to the pipe before it died counts too.
  private static Set<String> killedAfter(OwnDatabase database, String name, int count)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                RecordUntilKilled.class.getName(),
                name)
            .redirectError(Path.of("target", "kill-it.log").toFile())
            .start();
    Set<String> acknowledged = new HashSet<>();
    try (OutputStream settings = process.getOutputStream()) {
      Properties properties = new Properties();
      add(properties, TestExchange.get().settings());
      add(properties, database.settings());
      properties.store(settings, null);
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.startsWith("acknowledged ")) {
          acknowledged.add(line.substring("acknowledged ".length()));
        }
        if (acknowledged.size() == count) {
          // Unlike the process itself, its handle leaves the pipe open.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(acknowledged).as("see target/kill-it.log").hasSizeGreaterThanOrEqualTo(count);
    return acknowledged;
  }

  private static void add(Properties properties, Map<String, Object> settings) {
    settings.forEach((key, value) -> properties.setProperty(key, value.toString()));
  }

  private static List<String> recordedOf(OwnDatabase database, String name) throws SQLException {
    return database.texts(
        "select t.reference from ledger_transfer t join ledger_posting p on p.transfer_id = t.id"
            + " join ledger_block b on b.block_number = (select min(block_number) from ledger_block"
            + " where last_posting >= p.id) where t.reference like '"
            + name
            + "%'");
  }
}
