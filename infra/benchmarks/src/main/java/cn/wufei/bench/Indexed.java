package cn.wufei.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for the index.
final class Indexed {

  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final Duration POLL = Duration.ofMillis(20);

  private Indexed() {}

  /// Returns when the index has taken every document and all of them can be found.
  static void await(Exchange exchange) throws SQLException {
    awaitTaken(exchange);
    new SearchServer(exchange.searchUrl()).refresh();
  }

  /// Returns when the index has taken every document.
  static void awaitTaken(Exchange exchange) throws SQLException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    try (Connection connection = exchange.connect();
        Statement statement = connection.createStatement()) {
      while (any(statement, "pending = 1")) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("documents still wait for the index");
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
      if (any(statement, "failed_reason is not null")) {
        throw new IllegalStateException("the index refuses documents");
      }
    }
  }

  private static boolean any(Statement statement, String which) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select exists (select 1 from search_document where " + which + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
