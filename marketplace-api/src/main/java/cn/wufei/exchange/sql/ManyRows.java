package cn.wufei.exchange.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement that inserts many rows, for the tables that every posting writes to: rendering it
/// through jOOQ, or binding a thousand parameters, takes longer than the server takes to run it.
///
/// Values are written as [Literals].
public final class ManyRows {

  /// Bytes of one statement after which another begins; the servers take at least 16 MiB.
  private static final int TEXT_MAX = 1 << 20;

  private final String head;
  private final String tail;
  private final int columns;
  private final StringBuilder text = new StringBuilder();
  private final List<String> full = new ArrayList<>();

  /// @param tail what follows the rows, such as `on duplicate key update ...`, or nothing
  public ManyRows(String table, List<String> columns, String tail) {
    this.head = "insert into " + table + " (" + String.join(", ", columns) + ") values ";
    this.tail = tail.isEmpty() ? "" : " " + tail;
    this.columns = columns.size();
  }

  public ManyRows add(@Nullable Object... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException("a row has " + columns + " values: " + values.length);
    }
    text.append(text.isEmpty() ? head : ",");
    char before = '(';
    for (Object value : values) {
      text.append(before);
      Literals.write(text, value);
      before = ',';
    }
    text.append(')');
    if (text.length() > TEXT_MAX) {
      finish();
    }
    return this;
  }

  /// Inserts what was added and forgets it.
  public void execute(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String one : finished()) {
        statement.executeUpdate(one);
      }
    }
  }

  /// The statements that insert what was added, which is forgotten.
  List<String> finished() {
    finish();
    List<String> statements = List.copyOf(full);
    full.clear();
    return statements;
  }

  private void finish() {
    if (!text.isEmpty()) {
      full.add(text.append(tail).toString());
      text.setLength(0);
    }
  }
}
