package cn.wufei.exchange.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements that follow each other and go to the server with one question, for what every block
/// of the ledger and every change of a lot or demand writes: on a loaded machine each question
/// costs as much as the insertion of a few rows. One that fails ends the script, and those after it
/// do not run.
///
/// Needs a connection that takes several statements at once (`allowMultiQueries`). All values are
/// [Literals].
public final class Script {

  /// Bytes after which another question begins; the servers take at least 16 MiB.
  private static final int TEXT_MAX = 4 << 20;

  private final List<String> statements = new ArrayList<>();

  /// Adds the insertion of rows, which are forgotten there; nothing when there are none.
  public Script add(ManyRows rows) {
    statements.addAll(rows.finished());
    return this;
  }

  /// Adds the update of one row, told by its id.
  public Script update(String table, long id, List<String> columns, @Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException("a column has a value: " + values.length);
    }
    StringBuilder text = new StringBuilder("update ").append(table).append(" set ");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(columns.get(i)).append(" = ");
      Literals.write(text, values[i]);
    }
    statements.add(text.append(" where id = ").append(id).toString());
    return this;
  }

  public void execute(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      StringBuilder text = new StringBuilder();
      for (String one : statements) {
        if (!text.isEmpty() && text.length() + one.length() > TEXT_MAX) {
          statement.execute(text.toString());
          text.setLength(0);
        }
        text.append(text.isEmpty() ? "" : ";\n").append(one);
      }
      if (!text.isEmpty()) {
        statement.execute(text.toString());
      }
    }
    statements.clear();
  }
}
