package cn.wufei.verify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Two connections that see the database as it was at one moment, whatever is written meanwhile:
/// one for the postings, one for all else.
record Snapshot(
    Connection postings,
    Connection rest,
    List<HeadRow> heads,
    List<LedgerReader.DayHeadRow> dayHeads)
    implements AutoCloseable {

  private static final int ATTEMPTS_MAX = 200;

  /// Whoever posts changes the head: two snapshots with one head have the same postings between
  /// them.
  static Snapshot take(String url, @Nullable String user, @Nullable String password)
      throws SQLException {
    Connection postings = connect(url, user, password);
    try {
      Connection rest = connect(url, user, password);
      try {
        return take(postings, rest);
      } catch (SQLException | RuntimeException e) {
        rest.close();
        throw e;
      }
    } catch (SQLException | RuntimeException e) {
      postings.close();
      throw e;
    }
  }

  private static Snapshot take(Connection postings, Connection rest) throws SQLException {
    for (int i = 0; i < ATTEMPTS_MAX; i++) {
      begin(postings);
      begin(rest);
      List<HeadRow> heads = new LedgerReader(postings).heads();
      List<LedgerReader.DayHeadRow> dayHeads = new LedgerReader(postings).dayHeads();
      LedgerReader other = new LedgerReader(rest);
      if (heads.equals(other.heads()) && dayHeads.equals(other.dayHeads())) {
        return new Snapshot(postings, rest, heads, dayHeads);
      }
    }
    throw new SQLException("the ledger grows so fast that two connections never see the same head");
  }

  private static void begin(Connection connection) throws SQLException {
    LedgerReader.run(connection, "rollback");
    LedgerReader.run(connection, "set session transaction isolation level repeatable read");
    LedgerReader.run(connection, "start transaction with consistent snapshot, read only");
  }

  private static Connection connect(String url, @Nullable String user, @Nullable String password)
      throws SQLException {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    // The binary protocol: numbers need not be written and read as digits.
    properties.setProperty("useServerPrepStmts", "true");
    properties.setProperty("cachePrepStmts", "true");
    properties.setProperty("connectTimeout", "10000");
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public void close() throws SQLException {
    rest.close();
    postings.close();
  }
}
