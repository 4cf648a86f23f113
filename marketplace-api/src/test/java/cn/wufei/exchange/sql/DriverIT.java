package cn.wufei.exchange.sql;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.TestExchange;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The driver works as `application.yml` says. The pool drops settings that are not texts without a
/// word.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DriverIT {

  @Test
  void the_driver_does_not_ask_the_server_for_what_it_has_set_itself() {
    @SuppressWarnings("unchecked")
    ConnectionOperations<Connection> connections =
        TestExchange.get().bean(ConnectionOperations.class);

    long asked = connections.execute(ConnectionDefinition.DEFAULT, status -> asked(status));

    assertThat(asked).isZero();
  }

  private static long asked(ConnectionStatus<Connection> status) {
    Connection connection = status.getConnection();
    try (Statement statement = connection.createStatement()) {
      long before = questions(statement);
      connection.setTransactionIsolation(connection.getTransactionIsolation());
      connection.setAutoCommit(connection.getAutoCommit());
      connection.setReadOnly(connection.isReadOnly());
      // The question for the number is one itself.
      return questions(statement) - before - 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long questions(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("show session status like 'Questions'")) {
      row.next();
      return row.getLong(2);
    }
  }
}
