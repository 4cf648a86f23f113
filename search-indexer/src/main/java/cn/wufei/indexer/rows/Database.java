package cn.wufei.indexer.rows;

import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Connections to the database, and statements on them.
@Singleton
final class Database {

  private final DataSource dataSource;

  Database(DataSource dataSource, @Nullable DataSourceResolver resolver) {
    this.dataSource =
        (resolver == null ? DataSourceResolver.DEFAULT : resolver).resolve(dataSource);
  }

  /// What is done on one connection.
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /// How a row is read.
  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... parameters)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return list(connection, sql, reading, parameters);
    }
  }

  int update(String sql, @Nullable Object... parameters) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return update(connection, sql, parameters);
    }
  }

  /// All of the work or nothing of it. READ COMMITTED, so that a locking read holds the rows that
  /// it answers and no gaps between them, where writers would have to wait.
  <T> T together(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  static <T> List<T> list(
      Connection connection, String sql, Reading<T> reading, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    }
  }

  static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /// As many places for values as there are, in parentheses.
  static String places(int count) {
    return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
