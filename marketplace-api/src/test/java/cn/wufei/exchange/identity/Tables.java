package cn.wufei.exchange.identity;

import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.local.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The tables behind the exchange, all of them.
final class Tables {

  private static final String COLUMNS =
      """
      select table_name, column_name
      from information_schema.columns
      where table_schema = database()
        and (data_type like '%char' or data_type like '%text'
          or data_type like '%binary' or data_type like '%blob' or data_type = 'json')
      """;

  private Tables() {}

  static void execute(String sql) {
    try (Connection connection = connected();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where the text stands somewhere in a value, as `table.column`.
  static List<String> columnsWith(String text) {
    List<String> found = new ArrayList<>();
    try (Connection connection = connected();
        Statement statement = connection.createStatement();
        ResultSet columns = statement.executeQuery(COLUMNS)) {
      while (columns.next()) {
        String table = columns.getString(1);
        String column = columns.getString(2);
        if (holds(connection, table, column, text)) {
          found.add(table + "." + column);
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean holds(Connection connection, String table, String column, String text)
      throws SQLException {
    String query =
        "select 1 from `%1$s` where locate(cast(? as binary), cast(`%2$s` as binary)) > 0 limit 1"
            .formatted(table, column);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, text);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static Connection connected() throws SQLException {
    DatabaseServer database = TestExchange.get().database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
