package cn.wufei.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever has the database can change it past all rights and triggers; every such change is found
/// and named.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class VerifyLedgerIT {

  /// What a finding may be named by.
  private static final String NAMED =
      "(?s)Violation: (block|posting|account|transfer|key|ledger_head|ledger_day_head|ledger_balance)[ :].*";

  @TempDir static Path varDir;
  private static TestDatabase database;
  private static Connection connection;
  private static LedgerTables tables;

  @BeforeAll
  static void start() throws SQLException {
    database = TestDatabase.start(varDir).unguarded();
    connection = database.connect();
    tables = new LedgerTables(connection);
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    database.close();
  }

  @BeforeEach
  void write_a_ledger() throws SQLException {
    LedgerFixture.whole().writeTo(connection);
  }

  @Test
  void a_ledger_in_order_is_found_in_order() {
    assertInOrder();
  }

  @Test
  void a_ledger_without_blocks_is_in_order() throws SQLException {
    new LedgerWriter(connection).clear();
    new LedgerWriter(connection).writeDerived(new LedgerGenerator(LedgerFixture.FIRST_KEY));

    assertThat(database.verify().out()).startsWith("In order: 0 postings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger_account",
        "ledger_transfer",
        "ledger_posting",
        "ledger_block",
        "ledger_key",
        "ledger_closing",
        "ledger_balance",
        "ledger_head",
        "ledger_day",
        "ledger_day_head"
      })
  void every_changed_value_is_found(String table) throws SQLException {
    List<String> unnoticed = new ArrayList<>();
    for (Map<String, @Nullable Object> row : tables.rows(table)) {
      for (LedgerTables.Column column : tables.columns(table)) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(row);
        changed.put(column.name(), column.changed(row.get(column.name())));
        tables.replace(table, row, changed);
        noteUnnoticed(unnoticed, "%s of %s".formatted(column.name(), row));
        tables.replace(table, changed, row);
      }
    }

    assertThat(unnoticed).isEmpty();
    assertInOrder();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger_account",
        "ledger_transfer",
        "ledger_posting",
        "ledger_block",
        "ledger_key",
        "ledger_closing",
        "ledger_balance",
        "ledger_head",
        "ledger_day",
        "ledger_day_head"
      })
  void every_deleted_and_every_inserted_row_is_found(String table) throws SQLException {
    List<String> unnoticed = new ArrayList<>();
    for (Map<String, @Nullable Object> row : tables.rows(table)) {
      tables.delete(table, row);
      noteUnnoticed(unnoticed, "deleted " + row);
      tables.insert(table, row);

      Map<String, @Nullable Object> more = new LinkedHashMap<>(row);
      for (LedgerTables.Column column : tables.columns(table)) {
        if (column.isPrimary()) {
          more.put(column.name(), column.changed(row.get(column.name())));
        }
      }
      tables.insert(table, more);
      noteUnnoticed(unnoticed, "inserted " + more);
      tables.delete(table, more);
    }

    assertThat(unnoticed).isEmpty();
    assertInOrder();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger_account",
        "ledger_transfer",
        "ledger_posting",
        "ledger_block",
        "ledger_closing",
        "ledger_balance",
        "ledger_day"
      })
  void every_two_exchanged_rows_are_found(String table) throws SQLException {
    List<String> primary =
        tables.columns(table).stream()
            .filter(LedgerTables.Column::isPrimary)
            .map(LedgerTables.Column::name)
            .toList();
    List<String> unnoticed = new ArrayList<>();
    List<Map<String, @Nullable Object>> rows = tables.rows(table);
    for (int i = 1; i < rows.size(); i++) {
      Map<String, @Nullable Object> one = rows.get(i - 1);
      Map<String, @Nullable Object> two = rows.get(i);
      if (sameBut(primary, one, two)) {
        continue;
      }
      tables.delete(table, one);
      tables.delete(table, two);
      Map<String, @Nullable Object> newOne = withKeys(primary, two, one);
      Map<String, @Nullable Object> newTwo = withKeys(primary, one, two);
      tables.insert(table, newOne);
      tables.insert(table, newTwo);
      noteUnnoticed(unnoticed, "exchanged %s and %s".formatted(one, two));
      tables.delete(table, newOne);
      tables.delete(table, newTwo);
      tables.insert(table, one);
      tables.insert(table, two);
    }

    assertThat(unnoticed).isEmpty();
    assertInOrder();
  }

  private static boolean sameBut(
      List<String> keys, Map<String, @Nullable Object> one, Map<String, @Nullable Object> two) {
    return withKeys(keys, one, two).toString().equals(two.toString());
  }

  private static Map<String, @Nullable Object> withKeys(
      List<String> keys, Map<String, @Nullable Object> values, Map<String, @Nullable Object> of) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(values);
    keys.forEach(key -> row.put(key, of.get(key)));
    return row;
  }

  @Test
  void findings_name_block_posting_account_and_column() throws SQLException {
    LedgerReader.run(connection, "update ledger_posting set debit_after = 7 where id = 3");
    assertThat(database.verify().out())
        .startsWith("Violation: block 1, posting 3: column debit_after is 7 and must be 21000");
    LedgerFixture.whole().writeTo(connection);

    LedgerReader.run(
        connection, "update ledger_account set material_key = 'fly-ash' where account_number = 5");
    assertThat(database.verify().out())
        .startsWith(
            "Violation: block 2: what it covers does not hash to its root: an account from 4 to 7,");
    LedgerFixture.whole().writeTo(connection);

    LedgerReader.run(
        connection, "update ledger_balance set closed = 1 order by account_id limit 1");
    assertThat(database.verify().out())
        .startsWith("Violation: account 1: ledger_balance: column closed is 1 and must be 0");
  }

  private static void noteUnnoticed(List<String> unnoticed, String what) {
    TestDatabase.Answer answer = database.verify();
    if (answer.status() != VerifyLedger.VIOLATED || !answer.out().matches(NAMED)) {
      unnoticed.add(what + " -> " + answer);
    }
  }

  private static void assertInOrder() {
    assertThat(database.verify())
        .returns("", TestDatabase.Answer::err)
        .returns(VerifyLedger.IN_ORDER, TestDatabase.Answer::status)
        .extracting(TestDatabase.Answer::out)
        .asString()
        .startsWith("In order: 16 postings of 13 transfers, 12 accounts, 5 blocks");
  }
}
