package cn.wufei.exchange.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Brings the application user's rights to what [TableRights] says of each table that there is:
/// gives what is missing and takes what is more. Rights that are right are not touched, so that an
/// instance that is at work notices nothing. Takes nothing that the migration user cannot take: on
/// the whole server, or on other databases.
final class GrantRights {

  private static final String QUEUE = "select get_lock('wufei-grants', 60)";

  private final DatabaseUser migration;
  private final DatabaseUser application;

  GrantRights(DatabaseUser migration, DatabaseUser application) {
    this.migration = migration;
    this.application = application;
  }

  /// The lock that instances queue for is given free with the connection.
  void handle() throws SQLException {
    try (Connection giver = migration.connect();
        Connection taker = application.connectToServer();
        Statement statement = giver.createStatement()) {
      if (!"1".equals(first(giver, QUEUE))) {
        throw new SQLException("another instance has been granting rights for a minute");
      }
      for (String sql : statements(giver, taker)) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> statements(Connection giver, Connection taker) throws SQLException {
    String database = first(giver, "select database()");
    String account = quotedAccount(first(taker, "select current_user()"));
    List<String> statements = new ArrayList<>();
    Map<String, Set<String>> kept = new HashMap<>();
    boolean maySelect = false;
    for (Grant grant : Grant.heldBy(taker)) {
      String table = grant.tableIn(database);
      if (table == null && !grant.isOnAllOf(database)) {
        continue;
      }
      if (!grant.isWithin(database)) {
        take(grant, account, statements);
      } else if (table == null) {
        maySelect = true;
      } else {
        kept.put(table, grant.privileges());
      }
    }
    if (!maySelect) {
      statements.add(
          "grant %s on %s.* to %s"
              .formatted(TableRights.READING, Grant.quotedPattern(database), account));
    }
    for (String table : tables(giver)) {
      List<String> missing = new ArrayList<>(TableRights.on(table).privileges());
      missing.removeAll(kept.getOrDefault(table, Set.of()));
      if (!missing.isEmpty()) {
        statements.add(
            "grant %s on %s.%s to %s"
                .formatted(
                    String.join(", ", missing),
                    Grant.quoted(database),
                    Grant.quoted(table),
                    account));
      }
    }
    return statements;
  }

  /// The right to give on goes first: with the last privilege the whole line would be gone.
  private static void take(Grant grant, String account, List<String> statements) {
    if (grant.canGrantOn()) {
      statements.add("revoke grant option on %s from %s".formatted(grant.object(), account));
    }
    if (!grant.privileges().isEmpty()) {
      statements.add("revoke all privileges on %s from %s".formatted(grant.object(), account));
    }
  }

  private static List<String> tables(Connection giver) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = giver.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name from information_schema.tables"
                    + " where table_schema = database() and table_type = 'BASE TABLE'"
                    + " order by table_name")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static String first(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  /// A name may hold an at sign, a host not.
  private static String quotedAccount(String account) {
    int at = account.lastIndexOf('@');
    return Grant.quoted(account.substring(0, at)) + "@" + Grant.quoted(account.substring(at + 1));
  }
}
