package cn.wufei.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes rows of any table as they are, by what the database says of its columns; those
/// that it works out itself are left out.
final class LedgerTables {

  private final Connection connection;

  LedgerTables(Connection connection) {
    this.connection = connection;
  }

  List<Column> columns(String table) throws SQLException {
    String sql =
        "select column_name, data_type, column_key from information_schema.columns"
            + " where table_schema = database() and table_name = '"
            + table
            + "' and extra not like '%STORED GENERATED%' order by ordinal_position";
    List<Column> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return columns;
  }

  List<Map<String, @Nullable Object>> rows(String table) throws SQLException {
    List<Column> columns = columns(table);
    String names = String.join(", ", columns.stream().map(Column::selected).toList());
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select " + names + " from " + table)) {
      while (rows.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i).name(), rows.getObject(i + 1));
        }
        all.add(row);
      }
    }
    return all;
  }

  void insert(String table, Map<String, @Nullable Object> row) throws SQLException {
    String marks = "?,".repeat(row.size() - 1) + "?";
    execute(
        "insert into %s (%s) values (%s)".formatted(table, String.join(",", row.keySet()), marks),
        new ArrayList<>(row.values()));
  }

  void delete(String table, Map<String, @Nullable Object> row) throws SQLException {
    List<String> conditions = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (Column column : columns(table)) {
      if (column.isPrimary()) {
        conditions.add(column.name() + " = ?");
        values.add(row.get(column.name()));
      }
    }
    int count =
        execute(
            "delete from %s where %s".formatted(table, String.join(" and ", conditions)), values);
    if (count != 1) {
      throw new IllegalStateException(table + " has not one such row: " + row);
    }
  }

  void replace(String table, Map<String, @Nullable Object> old, Map<String, @Nullable Object> other)
      throws SQLException {
    delete(table, old);
    insert(table, other);
  }

  private int execute(String sql, List<@Nullable Object> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      return statement.executeUpdate();
    }
  }

  /// A column; its type says how a value is changed a little. A type that is not listed fails, so
  /// that a new column cannot go without a test.
  record Column(String name, String type, String key) {

    boolean isPrimary() {
      return key.equals("PRI");
    }

    /// Times as texts, for the driver would move them by time zones.
    String selected() {
      return type.equals("datetime") || type.equals("date")
          ? "cast(%s as char) as %s".formatted(name, name)
          : name;
    }

    /// Another value; of a key one that no row has.
    Object changed(@Nullable Object value) {
      int step = isPrimary() ? 1_000 : 1;
      return switch (type) {
        case "bigint", "int", "smallint" -> value == null ? 1 : ((Number) value).longValue() + step;
        case "varchar" -> value == null ? "x" : changedText((String) value);
        case "datetime" -> value == null ? "2026-01-01 00:00:00.000000" : later((String) value);
        case "date" -> LocalDate.parse(String.valueOf(value)).plusDays(step).toString();
        case "binary" -> changedBytes(value);
        default -> throw new IllegalStateException("no change is known for the type " + type);
      };
    }

    private static String changedText(String value) {
      char last = value.charAt(value.length() - 1);
      return value.substring(0, value.length() - 1) + (last == 'a' ? 'b' : 'a');
    }

    private static String later(String value) {
      char last = value.charAt(value.length() - 1);
      return value.substring(0, value.length() - 1) + (last == '9' ? '8' : (char) (last + 1));
    }

    private static byte[] changedBytes(@Nullable Object value) {
      byte[] bytes = value == null ? new byte[32] : ((byte[]) value).clone();
      bytes[bytes.length - 1] ^= 1;
      return bytes;
    }
  }
}
