package cn.wufei.verify;

import static cn.wufei.verify.LedgerGenerator.move;

import cn.wufei.local.LocalOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// Fills a fresh database with a large ledger and keeps it running until its standard input ends;
/// then `infra/bench` runs the verifier beside it.
final class LedgerBench {

  /// One posting of so many fills a new account, the others move in twos.
  private static final int POSTINGS_PER_ACCOUNT = 21;

  private static final int BLOCKS_AT_ONCE = 50;
  private static final long SEED = 42;

  private final LedgerGenerator ledger = new LedgerGenerator(SigningKey.of(1));
  private final Random random = new Random(SEED);
  private final List<Long> stocks = new ArrayList<>();
  private final int accountsPerBlock;
  private final int transfersPerBlock;
  private final long source;

  private LedgerBench(int postingsPerBlock) {
    accountsPerBlock = Math.max(1, postingsPerBlock / POSTINGS_PER_ACCOUNT);
    transfersPerBlock = (postingsPerBlock - accountsPerBlock) / 2;
    source = ledger.open("mass-kg", "generated", false, 12L, null);
  }

  public static void main(String[] arguments) throws Exception {
    Path varDir = Path.of(arguments[0]);
    long postings = Long.parseLong(arguments[1]);
    int postingsPerBlock = Integer.parseInt(arguments[2]);
    try (TestDatabase database =
        TestDatabase.start(varDir, LocalOptions.defaults().withDatabaseArguments(256, List.of()))) {
      try (Connection connection = database.connect()) {
        new LedgerBench(postingsPerBlock).fill(connection, postings);
      }
      System.out.println("filled");
      new CountDownLatch(1).await();
    }
  }

  private void fill(Connection connection, long postings) throws SQLException {
    LedgerWriter writer = new LedgerWriter(connection);
    connection.setAutoCommit(false);
    writer.clear();
    long left = postings;
    List<LedgerGenerator.Block> blocks = new ArrayList<>();
    while (left > 0) {
      left = addBlock(left);
      blocks.add(ledger.seal());
      if (blocks.size() == BLOCKS_AT_ONCE || left == 0) {
        writer.write(blocks);
        connection.commit();
        blocks.clear();
      }
    }
    writer.writeDerived(ledger);
    connection.commit();
  }

  /// A new stock is filled; from the others a part goes on, in one transfer of two postings.
  private long addBlock(long postings) {
    long left = postings;
    for (int i = 0; i < accountsPerBlock && left > 0; i++) {
      long stock = ledger.open("mass-kg", "on-hand", true, 12L, null);
      stocks.add(stock);
      ledger.transfer("generation", 12, null, move(source, stock, 1_000_000_000));
      left--;
    }
    for (int i = 0; i < transfersPerBlock && left > 1; i++) {
      long from = stocks.get(random.nextInt(stocks.size()));
      long to = stocks.get(random.nextInt(stocks.size()));
      if (from != to) {
        ledger.transfer("use-reported", 12, null, move(from, to, 900), move(to, from, 500));
        left -= 2;
      }
    }
    if (left == 1) {
      ledger.transfer("generation", 12, null, move(source, stocks.getFirst(), 1));
      left--;
    }
    return left;
  }
}
