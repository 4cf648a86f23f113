package cn.wufei.exchange.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.local.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was recorded stays, whoever tries: the application by its rights, the owner of the schema
/// by triggers.
@DisplayNameGeneration(ReplaceUnderscores.class)
class InsertOnlyIT {

  /// With the first column of the primary key.
  private static final Map<String, String> INSERT_ONLY =
      Map.ofEntries(
          Map.entry("ledger_account", "id"),
          Map.entry("ledger_transfer", "id"),
          Map.entry("ledger_posting", "id"),
          Map.entry("ledger_block", "block_number"),
          Map.entry("ledger_closing", "account_id"),
          Map.entry("ledger_key", "key_id"),
          Map.entry("audit_record", "id"),
          Map.entry("approval_decision", "request_id"),
          Map.entry("deal_agreement_price", "document_id"),
          Map.entry("deal_document_content", "document_id"),
          Map.entry("deal_document_signature", "document_id"),
          Map.entry("delegation_step", "delegation_id"),
          Map.entry("partner_decision", "id"),
          Map.entry("price_index_value", "id"),
          Map.entry("sample_dispatch", "request_id"),
          Map.entry("sample_step", "request_id"));

  /// `%1$s` is the table, `%2$s` a column of its.
  private static final List<String> CHANGES =
      List.of(
          "update %1$s set %2$s = %2$s",
          "update %1$s set %2$s = %2$s where %2$s = -1",
          "delete from %1$s",
          "delete from %1$s where %2$s = -1",
          "truncate table %1$s",
          "drop table %1$s",
          "alter table %1$s add column remark varchar(9)",
          "rename table %1$s to somewhere_else",
          "replace into %1$s select * from %1$s",
          "insert into %1$s select * from %1$s on duplicate key update %2$s = values(%2$s)",
          "create index ix_of_a_stranger on %1$s (%2$s)",
          "create trigger tr_of_a_stranger after insert on %1$s for each row set @seen = 1",
          "drop trigger tr_%1$s_update",
          "grant update on %1$s to current_user()");

  private static final List<String> CHANGES_OF_ROWS =
      List.of(
          "update %1$s set %2$s = %2$s",
          "delete from %1$s",
          "insert into %1$s select * from %1$s on duplicate key update %2$s = values(%2$s)",
          "replace into %1$s select * from %1$s");

  private static final List<String> CHANGES_OF_NO_TABLE =
      List.of(
          "create table of_a_stranger (id bigint)",
          "create temporary table of_a_stranger (id bigint)",
          "create view of_a_stranger as select 1",
          "create user stranger identified by 'stranger'",
          "create database stranger",
          "set global general_log = 1",
          "select 1 into outfile 'stranger.txt'",
          "update flyway_schema_history set success = 1");

  @ParameterizedTest
  @MethodSource("changes")
  void the_application_user_may_not(String sql) {
    assertThatThrownBy(() -> execute(asApplication(), sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("denied");
  }

  @ParameterizedTest
  @MethodSource("insertOnly")
  void nor_may_the_owner_of_the_schema_change_or_delete_a_row(String table) throws SQLException {
    try (Connection connection = asMigration();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      recordSomething(statement);
      try (ResultSet rows = statement.executeQuery("select 1 from " + table)) {
        assertThat(rows.next()).isTrue();
      }

      for (String change : CHANGES_OF_ROWS) {
        assertThatThrownBy(() -> statement.execute(change.formatted(table, INSERT_ONLY.get(table))))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("45000"))
            .hasMessageContaining(table + " is insert-only");
      }
      connection.rollback();
    }
  }

  @Test
  void every_table_has_the_rights_that_were_decided_and_no_others() throws SQLException {
    Map<String, Set<String>> expected = new TreeMap<>();
    for (String table : tables(_ -> true)) {
      expected.put(table, new TreeSet<>(Set.of("INSERT", "UPDATE", "DELETE")));
    }
    INSERT_ONLY.keySet().forEach(table -> expected.put(table, new TreeSet<>(Set.of("INSERT"))));
    expected.remove("flyway_schema_history");

    Map<String, Set<String>> given = new TreeMap<>();
    try (Connection connection = asApplication();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name, privilege_type, is_grantable from"
                    + " information_schema.table_privileges where table_schema = database()")) {
      while (rows.next()) {
        given.computeIfAbsent(rows.getString(1), _ -> new TreeSet<>()).add(rows.getString(2));
        assertThat(rows.getString(3)).isEqualTo("NO");
      }
    }

    assertThat(given).isEqualTo(expected);
    assertThat(
            names(
                asApplication(),
                "select concat(table_schema, ' ', privilege_type, ' ', is_grantable)"
                    + " from information_schema.schema_privileges"))
        .containsExactly("wufei SELECT NO");
    assertThat(
            names(
                asApplication(),
                "select privilege_type from information_schema.column_privileges"
                    + " union all select privilege_type from information_schema.user_privileges"))
        .containsExactly("USAGE");
  }

  @Test
  void every_table_that_records_has_been_decided_on() throws SQLException {
    assertThat(tables(table -> table.startsWith("ledger") || table.startsWith("audit")))
        .isNotEmpty()
        .as("decide in TableRights whether a new table is insert-only, and give it triggers if so")
        .allMatch(TableRights::isDecided);
    assertThat(tables(table -> TableRights.on(table) == TableRights.INSERT_ONLY))
        .containsExactlyInAnyOrderElementsOf(INSERT_ONLY.keySet());
  }

  private static Stream<String> changes() {
    return Stream.concat(
        INSERT_ONLY.entrySet().stream()
            .flatMap(table ->
                CHANGES.stream().map(change -> change.formatted(table.getKey(), table.getValue()))),
        CHANGES_OF_NO_TABLE.stream());
  }

  private static Stream<String> insertOnly() {
    return INSERT_ONLY.keySet().stream().sorted();
  }

  /// A row in each table, of a transaction that is rolled back; triggers are for rows.
  private static void recordSomething(Statement statement) throws SQLException {
    for (String sql :
        List.of(
            "insert into audit_record values (1, '2025-01-01', null, null, 'a', 's', 1, '{}', null,"
                + " null)",
            "insert into approval_request values (1, 1, 'approved', 1, 'accept', 1, null, 1, 't',"
                + " null, 1, 1, 2, 1, null, 1, '2025-01-01', '2025-01-01')",
            "insert into approval_decision values (1, 'approved', 1, null, null, 1, '2025-01-01')",
            "insert into ledger_account (id, account_key, unit, kind, owner_id, opened_at,"
                + " account_number, limited) values (1, 'a', 'mass-kg', 'k', 1, '2025-01-01', -1,"
                + " 0), (2, 'b', 'mass-kg', 'k', 1, '2025-01-01', -2, 0)",
            "insert into ledger_transfer (id, kind, reference, organisation_id, subject_id,"
                + " occurred_at, occurred_on, recorded_at)"
                + " values (1, 'k', 'r', 1, 1, '2025-01-01', '2025-01-01', '2025-01-01')",
            "insert into ledger_posting (id, transfer_id, line, unit, debit_account_id,"
                + " credit_account_id, amount, debit_after, credit_after)"
                + " values (-1, 1, 1, 'mass-kg', 1, 2, 1, 1, -1)",
            "insert into ledger_key values ('of-a-test', repeat('k', 32), '2025-01-01')",
            "insert into ledger_block values (-1, repeat('p', 32), '2025-01-01', 0, 0, 0, 0, 0,"
                + " repeat('r', 32), repeat('h', 32), 'of-a-test', repeat('s', 64))",
            "insert into ledger_closing values (1, -1, '2025-01-01')",
            "insert into deal_document_content values (1, '{}', repeat('h', 64))",
            "insert into delegation_delegation values (1, 1, 1, 'offered', 1, 2, 'read',"
                + " '2025-01-01', '2025-01-02', null, '2025-01-01', '2025-01-02', null,"
                + " '2025-01-02', false)",
            "insert into delegation_step values"
                + " (1, 1, 'offer', 'delegator', 1, null, '2025-01-01')",
            "insert into partner_decision values"
                + " (1, 1, 2, 'blocked', null, null, null, 'r', '2025-01-01', 1)",
            "insert into price_index values ('of-a-test', 1, 'z', 'e', 's', 0, '2025-01-01', 1)",
            "insert into price_index_value values"
                + " (1, 'of-a-test', '2025-01-01', 1, '2025-01-01', 1, null)",
            "insert into sample_request values (1, 1, 1, 'withdrawn', 1, null, 't', 'm', 1, 2, 1,"
                + " 2, 100, null, null, 'buyer', null, '2025-01-01', null, null, null, null)",
            "insert into sample_dispatch values"
                + " (1, '2025-01-01', null, null, 'm', '2025-01-01', 'p', 'h')",
            "insert into sample_step values"
                + " (1, 1, 'ask', 'buyer', 1, null, null, '2025-01-01')",
            "set foreign_key_checks = 0",
            "insert into deal_agreement_price values (1, 1, 2, '2025-01-01', 1, 0, '2025-01-01')",
            "insert into deal_document_signature values (1, 'seller', 1, '2025-01-01')")) {
      statement.execute(sql);
    }
  }

  private static List<String> tables(Predicate<String> wanted) throws SQLException {
    return names(
            asMigration(),
            "select table_name from information_schema.tables where table_schema = database()")
        .stream()
        .filter(wanted)
        .toList();
  }

  private static List<String> names(Connection as, String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = as;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static void execute(Connection as, String sql) throws SQLException {
    try (Connection connection = as;
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection asApplication() throws SQLException {
    DatabaseServer database = TestExchange.get().database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static Connection asMigration() throws SQLException {
    DatabaseServer database = TestExchange.get().database();
    return DriverManager.getConnection(
        database.jdbcUrl(), database.migrationUser(), database.migrationPassword());
  }
}
