package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.testing.TestExchange;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database server is killed (`kill -9`) while many post, and started again; the application
/// lives on. All who post get on by themselves, of what was acknowledged nothing is lost and
/// nothing is there twice, and the independent verifier finds the ledger in order.
///
/// `-Dwufei.test.database-kills=30` for more rounds, `-Dwufei.test.seed=N` for the same drafts and
/// counts again; how the callers meet is chance.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseKillIT {

  private static final int ROUNDS = Integer.getInteger("wufei.test.database-kills", 3);
  private static final int ACKNOWLEDGED_MAX = 1_500;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /// Shorter than the server is away: a caller is told to come again while what it asked for still
  /// waits.
  private static final Map<String, Object> IMPATIENT = Map.of("wufei.ledger.patience", "100ms");

  @Test
  void who_posts_gets_on_after_the_database_was_killed_and_nothing_acknowledged_is_lost(
      @TempDir Path folder) throws Exception {
    long seed = Long.getLong("wufei.test.seed", System.nanoTime());
    try (OwnDatabase database = OwnDatabase.migrated(folder);
        TestExchange exchange = TestExchange.over(database.server(), folder, IMPATIENT);
        PostWithoutEnd callers = new PostWithoutEnd(exchange, seed)) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      for (int round = 0; round < ROUNDS; round++) {
        kill(database, callers, round, 1 + random.nextInt(ACKNOWLEDGED_MAX));
        assertAllGetOn(callers, "seed %d, round %d".formatted(seed, round));
      }
      List<String> acknowledged = callers.finish(LIMIT);

      assertThat(callers.wrongAnswers()).as("seed %d", seed).isEmpty();
      assertThat(recordedOf(database))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(acknowledged);
      database.assertVerified();
    }
  }

  private static void kill(OwnDatabase database, PostWithoutEnd callers, int round, int count)
      throws InterruptedException {
    DatabaseKill.Moment[] moments = DatabaseKill.Moment.values();
    DatabaseKill kill = new DatabaseKill(database.server(), moments[round % moments.length], count);
    callers.meet(kill);
    assertThat(kill.isDoneWithin(LIMIT)).as("%s", callers.troubles()).isTrue();
    database.server().start();
  }

  private static void assertAllGetOn(PostWithoutEnd callers, String round) {
    List<Integer> before = callers.acknowledgedByCaller();
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> {
          List<Integer> now = callers.acknowledgedByCaller();
          for (int i = 0; i < now.size(); i++) {
            assertThat(now.get(i))
                .as("%s, caller %d: %s", round, i, callers.troubles().get(i))
                .isGreaterThan(before.get(i));
          }
        });
  }

  /// Reference and id of each transfer, once for each of its postings that a block seals.
  private static List<String> recordedOf(OwnDatabase database) throws SQLException {
    return database.texts(
        "select concat(t.reference, ' ', t.id) from ledger_transfer t join ledger_posting p on"
            + " p.transfer_id = t.id join ledger_block b on b.last_posting = (select"
            + " min(last_posting) from ledger_block where last_posting >= p.id) where t.reference"
            + " like '"
            + PostWithoutEnd.NAME
            + "%'");
  }
}
