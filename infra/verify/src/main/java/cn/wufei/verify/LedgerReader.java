package cn.wufei.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the small tables of the ledger; [PostingReader] reads the large ones.
final class LedgerReader {

  private final Connection connection;

  LedgerReader(Connection connection) {
    this.connection = connection;
  }

  Pages<BlockHeader> blocks() {
    String sql =
        "select block_number, previous_hash, "
            + Times.microsOf("recorded_at")
            + ", last_posting, last_account, postings, accounts, closings, root, hash, key_id, signature"
            + " from ledger_block where block_number > ? order by block_number limit "
            + Pages.PAGE_ROWS;
    return new Pages<>(
        last -> list(sql, LedgerReader::block, last == null ? Long.MIN_VALUE : last.number()));
  }

  Pages<AccountRow> accounts() {
    String sql =
        "select %s from ledger_account where account_number > ? order by account_number limit %d"
            .formatted(AccountRow.COLUMNS, Pages.PAGE_ROWS);
    return new Pages<>(
        last -> list(sql, AccountRow::of, last == null ? Long.MIN_VALUE : last.number()));
  }

  Pages<ClosingRow> closings() {
    String sql =
        "select account_id, block_number, %s from ledger_closing where block_number >= ? and (block_number > ? or account_id > ?) order by block_number, account_id limit %d"
            .formatted(Times.microsOf("closed_at"), Pages.PAGE_ROWS);
    return new Pages<>(last -> {
      long block = last == null ? Long.MIN_VALUE : last.block();
      long account = last == null ? Long.MIN_VALUE : last.accountId();
      return list(
          sql,
          row -> new ClosingRow(row.getLong(1), row.getLong(2), row.getLong(3)),
          block,
          block,
          account);
    });
  }

  List<KeyRow> keys() throws SQLException {
    return list(
        "select key_id, public_key, %s from ledger_key order by key_id"
            .formatted(Times.microsOf("first_used_at")),
        row -> new KeyRow(row.getString(1), row.getBytes(2), row.getLong(3)));
  }

  List<HeadRow> heads() throws SQLException {
    return list(
        "select id, transfers, block_number, block_hash, %s, last_posting, last_account from ledger_head"
            .formatted(Times.microsOf("recorded_at")),
        HeadRow::of);
  }

  List<DayHeadRow> dayHeads() throws SQLException {
    return list(
        "select id, last_posting from ledger_day_head",
        row -> new DayHeadRow(row.getLong(1), row.getLong(2)));
  }

  /// The rows of a question that are few.
  <R> List<R> list(String sql, RowMapper<R> mapper, long... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setLong(i + 1, parameters[i]);
      }
      List<R> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(mapper.map(row));
        }
      }
      return rows;
    }
  }

  /// The first row of a question, or null.
  <R> @Nullable R first(String sql, RowMapper<R> mapper, long... parameters) throws SQLException {
    List<R> rows = list(sql, mapper, parameters);
    return rows.isEmpty() ? null : rows.getFirst();
  }

  /// Gives all rows of a question, one by one.
  void each(String sql, RowCheck check) throws SQLException, Violation {
    try (PreparedStatement statement = streaming(connection, sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        check.see(row);
      }
    }
  }

  /// A statement whose rows are not gathered in memory first.
  static PreparedStatement streaming(Connection connection, String sql) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    // The driver's own word for one row at a time.
    statement.setFetchSize(Integer.MIN_VALUE);
    statement.setFetchDirection(ResultSet.FETCH_FORWARD);
    return statement;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static BlockHeader block(ResultSet row) throws SQLException {
    return new BlockHeader(
        row.getLong(1),
        row.getBytes(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8),
        row.getBytes(9),
        row.getBytes(10),
        row.getString(11),
        row.getBytes(12));
  }

  /// Makes one row's value.
  @FunctionalInterface
  interface RowMapper<R> {
    R map(ResultSet row) throws SQLException;
  }

  /// Looks at one row.
  @FunctionalInterface
  interface RowCheck {
    void see(ResultSet row) throws SQLException, Violation;
  }

  /// A row of `ledger_key`.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record KeyRow(String keyId, byte[] publicKey, long firstUsedAt) {}

  /// A row of `ledger_day_head`.
  record DayHeadRow(long id, long lastPosting) {}
}
