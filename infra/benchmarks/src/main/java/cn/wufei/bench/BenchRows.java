package cn.wufei.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The tables of the benchmark: one business row for each posting, and for the baselines copies of
/// the ledger's tables with the same columns, keys and indexes, and the foreign keys of postings
/// and balances.
final class BenchRows {

  private BenchRows() {}

  /// @param user the application's, who may insert
  static void create(Connection connection, String user) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table bench_ticket (
            id bigint not null,
            reference varchar(80) character set ascii collate ascii_bin not null,
            from_account bigint not null,
            to_account bigint not null,
            net_kg bigint not null,
            plate varchar(20) not null,
            weighed_at datetime(6) not null,
            constraint pk_bench_ticket primary key (id))
          """);
      statement.execute("grant select, insert on bench_ticket to '" + user + "'@'127.0.0.1'");
    }
  }

  /// Copies with the prefix given, empty.
  static void createCopies(Connection connection, String prefix) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table :
          new String[] {
            "ledger_account", "ledger_balance", "ledger_transfer", "ledger_posting", "ledger_block"
          }) {
        statement.execute("create table " + prefix + table + " like " + table);
      }
      statement.execute("create table " + prefix + "bench_ticket like bench_ticket");
      foreignKey(statement, prefix, "ledger_posting", "transfer_id", "ledger_transfer");
      foreignKey(statement, prefix, "ledger_posting", "debit_account_id", "ledger_account");
      foreignKey(statement, prefix, "ledger_posting", "credit_account_id", "ledger_account");
      foreignKey(statement, prefix, "ledger_balance", "account_id", "ledger_account");
      statement.execute("insert into " + prefix + "ledger_account select * from ledger_account");
      statement.execute(
          "insert into "
              + prefix
              + "ledger_balance select account_id, limited, 0, 0, closed from ledger_balance");
    }
  }

  private static void foreignKey(
      Statement statement, String prefix, String table, String column, String target)
      throws SQLException {
    statement.execute(
        "alter table %1$s%2$s add constraint fk_%1$s%2$s_%3$s foreign key (%3$s) references %1$s%4$s (id)"
            .formatted(prefix, table, column, target));
  }
}
