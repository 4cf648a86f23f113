package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.local.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Reads the postings past the application, to add them up once more.
public final class Ledgers {

  private Ledgers() {}

  /// How many accounts have other totals by day than postings.
  public static long accountsWhoseDaysDiffer() {
    return number(
        "select count(*) from ledger_balance b left join (select account_id, sum(debit_total) d,"
            + " sum(credit_total) c from ledger_day group by account_id) t on t.account_id ="
            + " b.account_id where b.debit_total <> coalesce(t.d, 0) or b.credit_total <>"
            + " coalesce(t.c, 0)");
  }

  /// What the totals by day say that the accounts of a kind hold for a stream.
  public static long heldByDays(String kind, String streamId) {
    return number(
        "select coalesce(sum(d.debit_total) - sum(d.credit_total), 0) from ledger_day d join"
            + " ledger_account a on a.id = d.account_id where a.kind = ? and a.stream_id = ?",
        kind,
        Id.parse(streamId).value());
  }

  /// Every posting of an account, oldest first.
  static List<Change> changesOf(String accountId) {
    long account = Id.parse(accountId).value();
    String text =
        "select p.id, t.occurred_on, t.recorded_at, case when p.debit_account_id = ? then p.amount"
            + " else -p.amount end from ledger_posting p join ledger_transfer t on t.id ="
            + " p.transfer_id where p.debit_account_id = ? or p.credit_account_id = ? order by"
            + " p.id";
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 1; i <= 3; i++) {
        statement.setLong(i, account);
      }
      List<Change> changes = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changes.add(
              new Change(
                  rows.getLong(1),
                  rows.getObject(2, LocalDate.class),
                  rows.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  rows.getLong(4)));
        }
      }
      return changes;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect() throws SQLException {
    DatabaseServer database = TestExchange.get().database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  record Change(long posting, LocalDate occurredOn, Instant recordedAt, long change) {}
}
