package cn.wufei.verify;

import cn.wufei.local.DatabaseServer;
import cn.wufei.local.EmbeddedDatabase;
import cn.wufei.local.LocalOptions;
import cn.wufei.local.MySqlServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/// A database with the real tables, without what keeps rows from being changed: triggers, foreign
/// keys and constraints hold nobody who has the files of the database.
final class TestDatabase implements AutoCloseable {

  private static final Path MIGRATIONS =
      Path.of("marketplace-api", "src", "main", "resources", "db", "migration");

  private final DatabaseServer server;

  private TestDatabase(DatabaseServer server) {
    this.server = server;
  }

  static TestDatabase start(Path varDir) throws SQLException {
    return start(varDir, LocalOptions.defaults());
  }

  static TestDatabase start(Path varDir, LocalOptions options) throws SQLException {
    DatabaseServer server =
        "mysql".equals(System.getProperty("wufei.test.database"))
            ? MySqlServer.start(varDir, options)
            : EmbeddedDatabase.start(varDir, options);
    TestDatabase database = new TestDatabase(server);
    try {
      Flyway.configure()
          .dataSource(server.jdbcUrl(), server.migrationUser(), server.migrationPassword())
          .locations("filesystem:" + migrations())
          .load()
          .migrate();
      try (Connection connection = database.connect()) {
        // Reading is all that the verifier needs.
        LedgerReader.run(
            connection,
            "grant select on %s.* to '%s'@'127.0.0.1'"
                .formatted(DatabaseServer.DATABASE, server.user()));
      }
      return database;
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// Takes away what keeps rows from being changed: triggers, foreign keys and unique keys hold
  /// nobody who has the files of the database.
  TestDatabase unguarded() throws SQLException {
    drop(
        "select concat('drop trigger ', trigger_name) from information_schema.triggers where trigger_schema = database()");
    drop(
        """
        select concat('alter table ', table_name, ' drop foreign key ', constraint_name)
          from information_schema.table_constraints
          where constraint_schema = database() and constraint_type = 'FOREIGN KEY'
            and table_name like 'ledger%'
        """);
    drop(
        """
        select concat('alter table ', table_name, ' drop index ', constraint_name)
          from information_schema.table_constraints
          where constraint_schema = database() and constraint_type = 'UNIQUE'
            and table_name like 'ledger%'
        """);
    return this;
  }

  private void drop(String question) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      List<String> commands = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(question)) {
        while (rows.next()) {
          commands.add(rows.getString(1));
        }
      }
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  /// A connection that may write what the application could not.
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", server.migrationUser());
    properties.setProperty("password", server.migrationPassword());
    Connection connection = DriverManager.getConnection(server.jdbcUrl(), properties);
    LedgerReader.run(connection, "set foreign_key_checks = 0");
    if (server instanceof EmbeddedDatabase) {
      // MySQL 8.0.12 reads such constraints and holds none of them.
      LedgerReader.run(connection, "set check_constraint_checks = 0");
    }
    return connection;
  }

  /// Runs the command on this database.
  Answer verify(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--url", server.jdbcUrl(), "--user", server.user()));
    arguments.addAll(List.of(more));
    return run(Map.of("WUFEI_DB_PASSWORD", server.password()), arguments.toArray(String[]::new));
  }

  static Answer run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new VerifyLedger(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(arguments, environment);
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  String url() {
    return server.jdbcUrl();
  }

  String user() {
    return server.user();
  }

  String password() {
    return server.password();
  }

  private static Path migrations() {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      if (Files.isDirectory(dir.resolve(MIGRATIONS))) {
        return dir.resolve(MIGRATIONS);
      }
    }
    throw new IllegalStateException("the migrations are not found");
  }

  @Override
  public void close() {
    server.close();
  }

  /// What the command answered.
  record Answer(int status, String out, String err) {}
}
