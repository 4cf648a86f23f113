package cn.wufei.indexer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.indexing.FullComparison;
import cn.wufei.exchange.indexing.Operator;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.search.MarketFixture;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Several intakes at once, ended at random points, while documents are written twice, out of order
/// and in transactions that commit late.
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeRaceIT {

  private static final GeoPoint PLACE = new GeoPoint(36.5, 117.8);
  private static final int LOTS = 60;
  private static final Duration LIFE_MAX = Duration.ofMillis(150);
  private static TestOrganisation owner;

  @BeforeAll
  static void start() {
    TestExchange.get().search();
    owner = Fixtures.producer();
    Operator.compare("lot");
    FullComparison.awaitEqual();
  }

  @Test
  void whatever_intakes_race_and_end_both_sides_are_equal_afterwards() throws Exception {
    long seed = Long.getLong("wufei.test.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<LotDocument> lots = new ArrayList<>();
    for (int i = 0; i < LOTS; i++) {
      lots.add(MarketFixture.lot(owner, "争先" + i, PLACE, "1"));
    }
    MarketFixture.put(lots.toArray(LotDocument[]::new));
    Thread writer = Thread.ofVirtual().start(() -> write(lots, new Random(seed + 1)));
    Thread lateWriter = Thread.ofVirtual().start(() -> writeLate(lots, new Random(seed + 2)));

    while (writer.isAlive() || lateWriter.isAlive()) {
      List<Intake> racing = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Intake intake = TestExchange.get().bean(Intake.class);
        racing.add(intake);
        intake.start();
      }
      writer.join(Duration.ofMillis(random.nextLong(LIFE_MAX.toMillis())));
      for (Intake intake : racing) {
        intake.stop();
      }
    }

    FullComparison.awaitEqual();
    assertThat(Operator.differences(Operator.compare("lot"))).as("seed " + seed).isZero();
  }

  /// Every third write comes twice, and every fifth after one that is newer.
  private static void write(List<LotDocument> lots, Random random) {
    for (int version = 10; version < 400; version++) {
      LotDocument lot = lots.get(random.nextInt(LOTS));
      LotDocument changed = MarketFixture.changed(lot, version, "争先" + version);
      MarketFixture.put(changed);
      if (version % 3 == 0) {
        MarketFixture.put(changed);
      }
      if (version % 5 == 0) {
        MarketFixture.put(MarketFixture.changed(lot, version - 9, "过时" + version));
      }
    }
  }

  /// A row is changed and stays uncommitted while others are written and sent.
  private static void writeLate(List<LotDocument> lots, Random random) {
    String sql =
        "update search_document set revision = revision + 1, pending = 1,"
            + " changed_at = '2020-01-01 00:00:00' where kind = 'lot' and id = ?";
    try (Connection connection = FullComparison.connection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      for (int i = 0; i < 20; i++) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setLong(1, Id.parse(lots.get(random.nextInt(LOTS)).id()).value());
          statement.executeUpdate();
        }
        MarketFixture.put(MarketFixture.lot(owner, "同时" + i, PLACE, "1"));
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
