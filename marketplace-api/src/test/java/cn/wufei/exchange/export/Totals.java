package cn.wufei.exchange.export;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.local.DatabaseServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// What the postings in the database add up to, past the application.
final class Totals {

  private static final int FEN_DECIMALS = 2;

  private Totals() {}

  /// In kilograms or yuan.
  ///
  /// @param unit as the columns of an archive end
  /// @param side `debit` for what came into accounts of the organisation, `credit` for what left
  static BigDecimal of(Id organisation, String unit, String side) {
    boolean isMoney = unit.equals("Money");
    String text =
        "select coalesce(sum(p.amount), 0) from ledger_posting p join ledger_account a on a.id = p."
            + side
            + "_account_id where p.unit = ? and (a.owner_id = ? or a.counterparty_id = ?)";
    DatabaseServer database = TestExchange.get().database();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setString(
          1, isMoney ? "money-fen" : unit.replace("Kg", "-kg").toLowerCase(Locale.ROOT));
      statement.setLong(2, organisation.value());
      statement.setLong(3, organisation.value());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return BigDecimal.valueOf(row.getLong(1), isMoney ? FEN_DECIMALS : 0);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
