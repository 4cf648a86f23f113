package cn.wufei.exchange.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.TestExchange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Literals go through the real server and come back as they were.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyRowsIT {

  private static final List<String> COLUMNS = List.of("id", "words", "bytes", "at_time", "on_day");

  @Test
  void values_come_back_as_they_were() throws SQLException {
    List<String> words =
        List.of(
            "",
            "plain-1",
            "it's",
            "\\' or 1=1 -- ",
            "\"); drop table many_rows; --",
            "鲁A12345 🚚",
            "line\nbreak\0nul",
            "%_?{ts '2020-01-01'}");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      createTable(statement);
      ManyRows rows = new ManyRows("many_rows", COLUMNS, "");
      for (int i = 0; i < words.size(); i++) {
        rows.add(
            Id.of(i + 1),
            words.get(i),
            new byte[] {0, -1, (byte) i, '\''},
            Instant.parse("2026-01-02T03:04:05.000007Z"),
            LocalDate.of(2026, 1, 2));
      }
      rows.execute(connection);

      List<String> stored = new ArrayList<>();
      try (ResultSet row = statement.executeQuery("select * from many_rows order by id")) {
        while (row.next()) {
          stored.add(row.getString(2));
          assertThat(row.getBytes(3))
              .isEqualTo(new byte[] {0, -1, (byte) (row.getLong(1) - 1), '\''});
          assertThat(row.getString(4)).isEqualTo("2026-01-02 03:04:05.000007");
          assertThat(row.getString(5)).isEqualTo("2026-01-02");
        }
      }
      assertThat(stored).isEqualTo(words);
    }
  }

  @Test
  void what_is_absent_is_null_and_a_key_that_is_there_can_be_replaced() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      createTable(statement);
      String replace = "on duplicate key update words = values(words)";
      new ManyRows("many_rows", COLUMNS, "").add(1, "one", null, null, null).execute(connection);
      new ManyRows("many_rows", COLUMNS, replace)
          .add(1L, "uno", null, null, null)
          .add((short) 2, null, null, null, null)
          .execute(connection);

      try (ResultSet row = statement.executeQuery("select words from many_rows order by id")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("uno");
        row.next();
        assertThat(row.getString(1)).isNull();
      }
    }
  }

  @Test
  void a_row_has_as_many_values_as_there_are_columns() {
    ManyRows rows = new ManyRows("many_rows", COLUMNS, "");

    assertThatThrownBy(() -> rows.add(1, "one")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rows.add(1, 1.5, null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void createTable(Statement statement) throws SQLException {
    statement.execute(
        "create temporary table many_rows (id bigint primary key, words varchar(100) character set"
            + " utf8mb4 collate utf8mb4_bin, bytes varbinary(10), at_time datetime(6), on_day date)");
  }

  private static Connection connect() throws SQLException {
    var database = TestExchange.get().database();
    return DriverManager.getConnection(
        database.jdbcUrl(), database.migrationUser(), database.migrationPassword());
  }
}
