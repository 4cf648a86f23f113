package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.ManyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Writes a [GivenLedger] into the tables of the exchange, on some connections at once. Hashes and
/// signatures are random: they are checked elsewhere and nothing here reads them.
final class FillLedger {

  private static final int CONNECTIONS = 3;
  private static final int BLOCKS_AT_ONCE = 50;
  private static final long FIRST_TRANSFER = 1L << 50;
  private static final String KEY = "bench";

  private static final List<String> ACCOUNT =
      List.of(
          "account_number",
          "id",
          "account_key",
          "unit",
          "kind",
          "owner_id",
          "site_id",
          "stream_id",
          "material_key",
          "generation_year",
          "limited",
          "opened_at");
  private static final List<String> TRANSFER =
      List.of(
          "id",
          "kind",
          "reference",
          "organisation_id",
          "subject_id",
          "occurred_at",
          "occurred_on",
          "recorded_at");
  private static final List<String> POSTING =
      List.of(
          "id",
          "transfer_id",
          "line",
          "unit",
          "debit_account_id",
          "credit_account_id",
          "amount",
          "debit_after",
          "credit_after");
  private static final List<String> BLOCK =
      List.of(
          "block_number",
          "previous_hash",
          "recorded_at",
          "last_posting",
          "last_account",
          "postings",
          "accounts",
          "closings",
          "root",
          "hash",
          "key_id",
          "signature");

  private final Exchange exchange;
  private final GivenLedger ledger;
  private final long[] debitTotals = new long[GivenLedger.ACCOUNTS];
  private final long[] creditTotals = new long[GivenLedger.ACCOUNTS];

  FillLedger(Exchange exchange, GivenLedger ledger) {
    this.exchange = exchange;
    this.ledger = ledger;
  }

  void run() throws Exception {
    try (Connection connection = connect()) {
      accounts(connection);
      connection.commit();
    }
    writeBlocks();
    try (Connection connection = connect()) {
      derived(connection);
      connection.commit();
    }
  }

  /// The rows fit each other by their making, so nobody looks up what they refer to.
  private Connection connect() throws SQLException {
    Connection connection = exchange.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set foreign_key_checks = 0, unique_checks = 0");
    }
    return connection;
  }

  private void accounts(Connection connection) throws SQLException {
    new ManyRows("ledger_key", List.of("key_id", "public_key", "first_used_at"), "")
        .add(KEY, new byte[32], ledger.firstMoment())
        .execute(connection);
    ManyRows rows = new ManyRows("ledger_account", ACCOUNT, "");
    for (int i = 0; i < GivenLedger.ACCOUNTS; i++) {
      Origin origin = Origin.of(i);
      rows.add(
          i + 1L,
          GivenLedger.account(i),
          "unreconciled/%s/-/%s/%s/slag/2024"
              .formatted(origin.owner(), origin.site(), origin.stream()),
          "mass-kg",
          "unreconciled",
          origin.owner(),
          origin.site(),
          origin.stream(),
          "slag",
          2024,
          false,
          ledger.firstMoment());
    }
    rows.execute(connection);
  }

  private void writeBlocks() throws Exception {
    // What waits to be written is held in memory.
    Semaphore room = new Semaphore(CONNECTIONS * 2);
    List<Future<?>> writing = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (int first = 0; first < ledger.blocks(); first += BLOCKS_AT_ONCE) {
        Part part = next(first, Math.min(ledger.blocks(), first + BLOCKS_AT_ONCE));
        room.acquire();
        writing.add(
            writers.submit(() -> {
              try (Connection connection = connect()) {
                write(connection, part);
                connection.commit();
              } finally {
                room.release();
              }
              return null;
            }));
      }
      for (Future<?> one : writing) {
        one.get();
      }
    }
  }

  /// Brings the balances forward over some blocks.
  private Part next(int first, int end) {
    int from = (int) ledger.lastOf(first - 1);
    int to = (int) ledger.lastOf(end - 1);
    long[] debitAfter = new long[to - from];
    long[] creditAfter = new long[to - from];
    for (int i = from; i < to; i++) {
      int debit = ledger.debit(i);
      int credit = ledger.credit(i);
      debitTotals[debit] += ledger.amount(i);
      creditTotals[credit] += ledger.amount(i);
      debitAfter[i - from] = debitTotals[debit] - creditTotals[debit];
      creditAfter[i - from] = debitTotals[credit] - creditTotals[credit];
    }
    return new Part(first, end, debitAfter, creditAfter);
  }

  private void write(Connection connection, Part part) throws SQLException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(part.first());
    ManyRows transfers = new ManyRows("ledger_transfer", TRANSFER, "");
    ManyRows postings = new ManyRows("ledger_posting", POSTING, "");
    ManyRows blocks = new ManyRows("ledger_block", BLOCK, "");
    int from = (int) ledger.lastOf(part.first() - 1);
    for (int block = part.first(); block < part.end(); block++) {
      block(blocks, block, random);
      for (int i = (int) ledger.lastOf(block - 1); i < ledger.lastOf(block); i++) {
        if (i % GivenLedger.LINES == 0) {
          transfer(transfers, i / GivenLedger.LINES, block, random);
        }
        postings.add(
            i + 1L,
            FIRST_TRANSFER + i / GivenLedger.LINES,
            i % GivenLedger.LINES + 1,
            "mass-kg",
            GivenLedger.account(ledger.debit(i)),
            GivenLedger.account(ledger.credit(i)),
            ledger.amount(i),
            part.debitAfter()[i - from],
            part.creditAfter()[i - from]);
      }
    }
    transfers.execute(connection);
    postings.execute(connection);
    blocks.execute(connection);
  }

  private void transfer(ManyRows rows, int transfer, int block, RandomGenerator random) {
    rows.add(
        FIRST_TRANSFER + transfer,
        "stock-take",
        "bench-" + transfer,
        GivenLedger.owner(ledger.credit(transfer * GivenLedger.LINES)),
        // Subjects are older than their transfers, and come in no order.
        FIRST_TRANSFER - 1 - random.nextInt(1, 1 + GivenLedger.ACCOUNTS * 10),
        ledger.occurredAt(transfer),
        ledger.occurredOn(transfer),
        ledger.recordedAt(block));
  }

  private void block(ManyRows rows, int block, RandomGenerator random) {
    rows.add(
        block + 1L,
        bytes(random, 32),
        ledger.recordedAt(block),
        ledger.lastOf(block),
        GivenLedger.ACCOUNTS,
        GivenLedger.POSTINGS_PER_BLOCK,
        block == 0 ? GivenLedger.ACCOUNTS : 0,
        0,
        bytes(random, 32),
        bytes(random, 32),
        KEY,
        bytes(random, 64));
  }

  private static byte[] bytes(RandomGenerator random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private void derived(Connection connection) throws SQLException {
    ManyRows balances =
        new ManyRows(
            "ledger_balance",
            List.of("account_id", "limited", "debit_total", "credit_total", "closed"),
            "");
    for (int i = 0; i < GivenLedger.ACCOUNTS; i++) {
      balances.add(GivenLedger.account(i), false, debitTotals[i], creditTotals[i], false);
    }
    balances.execute(connection);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update ledger_head h, ledger_block b set h.transfers = %d, h.block_number = b.block_number,"
                  .formatted(ledger.postings() / GivenLedger.LINES)
              + " h.block_hash = b.hash, h.recorded_at = b.recorded_at, h.last_posting ="
              + " b.last_posting, h.last_account = b.last_account where b.block_number = "
              + ledger.blocks());
    }
  }

  /// Some blocks and what their postings leave.
  @SuppressWarnings("ArrayRecordComponent")
  private record Part(int first, int end, long[] debitAfter, long[] creditAfter) {}

  /// Whose tonnes an account holds.
  record Origin(Id owner, Id site, Id stream) {

    private static final Id SITE = Id.of(2_000);
    private static final long FIRST_STREAM = 3_000;

    static Origin of(int account) {
      return new Origin(GivenLedger.owner(account), SITE, Id.of(FIRST_STREAM + account));
    }
  }
}
