package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.sql.ManyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What the ledger is measured against, on copies of its tables: same server, same columns, keys
/// and indexes, the foreign keys of postings and balances, and every commit on the disk.
final class Baselines {

  private static final Instant THEN = Instant.parse("2026-01-05T02:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final String INSTANT = "2026-01-05 02:00:00.000000";
  private static final List<String> TRANSFER =
      List.of(
          "id",
          "kind",
          "reference",
          "organisation_id",
          "subject_id",
          "occurred_at",
          "occurred_on",
          "recorded_at",
          "reverses_id");
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

  private final Exchange exchange;
  private final Zipf zipf;
  private final long[] accounts;

  Baselines(Exchange exchange, List<AccountKey> keys, Zipf zipf) throws SQLException {
    this.exchange = exchange;
    this.zipf = zipf;
    Map<Long, Long> byStream = new HashMap<>();
    try (Connection connection = exchange.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select stream_id, id from ledger_account")) {
      while (rows.next()) {
        byStream.put(rows.getLong(1), rows.getLong(2));
      }
    }
    accounts =
        keys.stream()
            .mapToLong(key -> byStream.get(java.util.Objects.requireNonNull(key.stream()).value()))
            .toArray();
  }

  /// Inserts of transfers, postings and business rows and of a block row, with one statement for
  /// each table, `size` at a time and one commit each, on one connection.
  double floor(int size, double seconds) throws SQLException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    try (Connection connection = exchange.connect()) {
      BenchRows.createCopies(connection, "floor_");
      connection.setAutoCommit(false);
      insert(connection, random, size, seconds / 4, 1);
      return insert(connection, random, size, seconds, 1_000_000_000L);
    }
  }

  private double insert(
      Connection connection, RandomGenerator random, int size, double seconds, long firstNumber)
      throws SQLException {
    ManyRows transfers = new ManyRows("floor_ledger_transfer", TRANSFER, "");
    ManyRows postings = new ManyRows("floor_ledger_posting", POSTING, "");
    ManyRows tickets = new ManyRows("floor_bench_ticket", PostTickets.COLUMNS, "");
    long startedAt = System.nanoTime();
    long until = startedAt + (long) (seconds * 1e9);
    long number = firstNumber;
    while (System.nanoTime() < until) {
      for (int i = 0; i < size; i++) {
        add(transfers, postings, tickets, ++number, random);
      }
      transfers.execute(connection);
      postings.execute(connection);
      tickets.execute(connection);
      block(connection, number);
      connection.commit();
    }
    return (number - firstNumber) / ((System.nanoTime() - startedAt) / 1e9);
  }

  private void add(
      ManyRows transfers,
      ManyRows postings,
      ManyRows tickets,
      long number,
      RandomGenerator random) {
    Id id = Id.next();
    long from = accounts[zipf.next(random)];
    long to = accounts[zipf.next(random)];
    to = to == from ? accounts[from == accounts[0] ? 1 : 0] : to;
    long kg = random.nextLong(20_000, 35_000);
    String reference = "floor-" + number;
    transfers.add(id, "stock-take", reference, 1, id, THEN, DAY, THEN, null);
    postings.add(number, id, 1, "mass-kg", to, from, kg, number, -number);
    tickets.add(id, reference, from, to, kg, "鲁A12345", THEN);
  }

  private static void block(Connection connection, long number) throws SQLException {
    try (PreparedStatement block =
        connection.prepareStatement(
            "insert into floor_ledger_block select ?, repeat('a', 32), ?, ?, ?, 64, 0, 0,"
                + " repeat('a', 32), repeat('a', 32), ?, repeat('a', 64)")) {
      block.setLong(1, number);
      block.setString(2, INSTANT);
      block.setLong(3, number);
      block.setLong(4, 1_000);
      block.setString(5, "a");
      block.executeUpdate();
    }
  }

  /// One transaction for each transfer, on a connection for each caller: the reference is looked
  /// up, both balances are locked in the order of their ids, checked and changed, and the rows are
  /// inserted.
  double textbook(int callers, double seconds) throws SQLException {
    try (Connection connection = exchange.connect()) {
      BenchRows.createCopies(connection, "textbook_");
    }
    Connection[] connections = new Connection[callers];
    try {
      for (int i = 0; i < callers; i++) {
        connections[i] = exchange.connect();
        connections[i].setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connections[i].setAutoCommit(false);
      }
      java.util.concurrent.atomic.AtomicLong numbers = new java.util.concurrent.atomic.AtomicLong();
      Crowd.run(
          callers,
          seconds / 4,
          1,
          (caller, random) -> post(connections[caller], random, numbers.incrementAndGet()));
      return Crowd.run(
              callers,
              seconds,
              2,
              (caller, random) -> post(connections[caller], random, numbers.incrementAndGet()))
          .perSecond();
    } finally {
      for (Connection connection : connections) {
        if (connection != null) {
          connection.close();
        }
      }
    }
  }

  private void post(Connection connection, RandomGenerator random, long number)
      throws SQLException {
    long from = accounts[zipf.next(random)];
    long to = accounts[zipf.next(random)];
    to = to == from ? accounts[from == accounts[0] ? 1 : 0] : to;
    long kg = random.nextLong(20_000, 35_000);
    String reference = "textbook-" + number;
    try (PreparedStatement earlier =
        connection.prepareStatement(
            "select id from textbook_ledger_transfer where reference = ?")) {
      earlier.setString(1, reference);
      earlier.executeQuery().close();
    }
    long[] held = locked(connection, Math.min(from, to), Math.max(from, to));
    insertAll(connection, from, to, kg, reference, number, held);
    change(connection, "debit_total", to, kg);
    change(connection, "credit_total", from, kg);
    connection.commit();
  }

  private static long[] locked(Connection connection, long first, long second) throws SQLException {
    long[] held = new long[2];
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select debit_total - credit_total from textbook_ledger_balance where account_id in"
                + " (?, ?) order by account_id for update")) {
      lock.setLong(1, first);
      lock.setLong(2, second);
      try (ResultSet rows = lock.executeQuery()) {
        for (int i = 0; rows.next(); i++) {
          held[i] = rows.getLong(1);
        }
      }
    }
    return held;
  }

  private static void insertAll(
      Connection connection,
      long from,
      long to,
      long kg,
      String reference,
      long number,
      long[] held)
      throws SQLException {
    long id = Id.next().value();
    run(
        connection,
        "insert into textbook_ledger_transfer values (?, 'stock-take', ?, 1, ?, ?, ?, ?, null)",
        id,
        reference,
        id,
        INSTANT,
        INSTANT.substring(0, 10),
        INSTANT);
    run(
        connection,
        "insert into textbook_ledger_posting values (?, ?, 1, 'mass-kg', ?, ?, ?, ?, ?)",
        number,
        id,
        to,
        from,
        kg,
        held[0] + kg,
        held[1] - kg);
    run(
        connection,
        "insert into textbook_bench_ticket values (?, ?, ?, ?, ?, ?, ?)",
        id,
        reference,
        from,
        to,
        kg,
        "鲁A12345",
        INSTANT);
  }

  private static void change(Connection connection, String column, long account, long kg)
      throws SQLException {
    run(
        connection,
        "update textbook_ledger_balance set "
            + column
            + " = "
            + column
            + " + ? where account_id = ?",
        kg,
        account);
  }

  private static void run(Connection connection, String text, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
