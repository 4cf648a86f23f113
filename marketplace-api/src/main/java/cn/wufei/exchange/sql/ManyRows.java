package cn.wufei.exchange.sql;

import cn.wufei.exchange.kernel.Id;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement that inserts many rows, for the tables that every posting writes to: rendering the
/// same statement through jOOQ takes longer than the server takes to run it. Values are bound,
/// never written into the text.
public final class ManyRows {

  /// Rows of one statement; more go in several.
  private static final int ROWS_MAX = 500;

  private static final DateTimeFormatter DATETIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private final String head;
  private final String row;
  private final String tail;
  private final int columns;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /// @param tail what follows the rows, such as `on duplicate key update ...`, or nothing
  public ManyRows(String table, List<String> columns, String tail) {
    this.head = "insert into " + table + " (" + String.join(", ", columns) + ") values ";
    this.row = "(?" + ", ?".repeat(columns.size() - 1) + ")";
    this.tail = tail.isEmpty() ? "" : " " + tail;
    this.columns = columns.size();
  }

  public ManyRows add(@Nullable Object... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException("a row has " + columns + " values: " + values.length);
    }
    rows.add(values);
    return this;
  }

  public int size() {
    return rows.size();
  }

  /// Inserts what was added and forgets it.
  public void execute(Connection connection) throws SQLException {
    for (int from = 0; from < rows.size(); from += ROWS_MAX) {
      insert(connection, rows.subList(from, Math.min(rows.size(), from + ROWS_MAX)));
    }
    rows.clear();
  }

  private void insert(Connection connection, List<@Nullable Object[]> some) throws SQLException {
    StringBuilder text = new StringBuilder(head.length() + some.size() * (row.length() + 1));
    text.append(head).append(row);
    for (int i = 1; i < some.size(); i++) {
      text.append(',').append(row);
    }
    text.append(tail);
    try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
      int place = 1;
      for (@Nullable Object[] values : some) {
        for (Object value : values) {
          bind(statement, place++, value);
        }
      }
      statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(place, Types.NULL);
      case Id id -> statement.setLong(place, id.value());
      case Long number -> statement.setLong(place, number);
      case Integer number -> statement.setInt(place, number);
      case Short number -> statement.setShort(place, number);
      case Boolean truth -> statement.setBoolean(place, truth);
      case String text -> statement.setString(place, text);
      case byte[] bytes -> statement.setBytes(place, bytes);
      case Instant instant -> statement.setString(place, text(instant));
      case LocalDate day -> statement.setString(place, day.toString());
      default -> statement.setObject(place, value);
    }
  }

  private static String text(Instant instant) {
    return DATETIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }
}
