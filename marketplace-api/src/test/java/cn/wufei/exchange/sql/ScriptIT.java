package cn.wufei.exchange.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wufei.exchange.testing.TestExchange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Several statements with one question, on the real server.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptIT {

  private static final List<String> COLUMNS = List.of("id", "words", "at_time");

  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    var database = TestExchange.get().database();
    String url = database.jdbcUrl();
    connection =
        DriverManager.getConnection(
            url + (url.contains("?") ? "&" : "?") + "allowMultiQueries=true",
            database.migrationUser(),
            database.migrationPassword());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create temporary table script_row (id bigint, words varchar(100) character set utf8mb4"
              + " collate utf8mb4_bin, at_time datetime(6), constraint uq_script_row unique (id))");
    }
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void statements_run_in_their_order_and_values_come_back_as_they_were() throws SQLException {
    String words = "it's; drop table script_row; -- 鲁A";
    Instant time = Instant.parse("2026-01-02T03:04:05.000007Z");

    new Script()
        .add(row(1, "one").add(2L, "two", null))
        .add(new ManyRows("script_row", COLUMNS, ""))
        .update("script_row", 2, List.of("words", "at_time"), words, time)
        .execute(connection);

    assertThat(rows()).containsExactly("1 one null", "2 " + words + " 2026-01-02 03:04:05.000007");
  }

  @Test
  void the_first_that_fails_ends_the_script_and_its_key_is_named() throws SQLException {
    row(2, "there").execute(connection);
    Script script = new Script().add(row(1, "before")).add(row(2, "again")).add(row(3, "after"));

    assertThatThrownBy(() -> script.execute(connection))
        .matches(failure -> Failures.isDuplicate(failure, "uq_script_row"))
        .matches(failure -> !Failures.isDuplicate(failure, "uq_other"));
    assertThat(rows()).containsExactly("1 before null", "2 there null");
  }

  @Test
  void what_is_too_long_for_one_question_goes_with_several() throws SQLException {
    Script script = new Script();
    for (int i = 0; i < 60; i++) {
      ManyRows rows = new ManyRows("script_row", COLUMNS, "");
      for (int j = 0; j < 1_000; j++) {
        rows.add(1_000L * i + j, "w".repeat(90), null);
      }
      script.add(rows);
    }

    script.execute(connection);

    assertThat(rows()).hasSize(60_000);
  }

  @Test
  void every_column_of_an_update_has_a_value() {
    assertThatThrownBy(() -> new Script().update("script_row", 1, List.of("words"), "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ManyRows row(long id, String words) {
    return new ManyRows("script_row", COLUMNS, "").add(id, words, null);
  }

  private List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from script_row order by id")) {
      while (row.next()) {
        rows.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
      }
    }
    return rows;
  }
}
