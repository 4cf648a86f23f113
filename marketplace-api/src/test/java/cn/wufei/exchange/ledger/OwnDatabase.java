package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.local.DatabaseServer;
import cn.wufei.verify.VerifyLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/// A database that a test has for itself, so that the independent verifier can be asked about all
/// of it: the one that tests share also holds facts of trades that never were.
final class OwnDatabase implements AutoCloseable {

  private final Path folder;
  private final DatabaseServer server;

  private OwnDatabase(Path folder) {
    this.folder = folder;
    this.server = TestExchange.startDatabase(folder);
  }

  static OwnDatabase empty(Path folder) {
    return new OwnDatabase(folder);
  }

  /// With the schema of today and nothing in it. The server is not installed and its tables are not
  /// made anew for each test, which on MySQL takes longer than most of what is tested: its files
  /// are copied from one that is made once.
  static OwnDatabase migrated(Path folder) {
    copy(Template.FILES, folder);
    return new OwnDatabase(folder);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.getFileName()).resolve(from.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DatabaseServer server() {
    return server;
  }

  /// What an instance of the application needs to work on it. It has a state folder of its own: in
  /// the one that tests share it would leave the secret for its own first operator.
  Map<String, Object> settings() {
    return Map.of(
        "datasources.default.url", server.jdbcUrl(),
        "datasources.default.username", server.user(),
        "datasources.default.password", server.password(),
        "wufei.database.migration-user", server.migrationUser(),
        "wufei.database.migration-password", server.migrationPassword(),
        "wufei.var", folder.toString());
  }

  /// @param more of the verifier's arguments
  void assertVerified(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--url", server.jdbcUrl(), "--user", server.user()));
    arguments.addAll(List.of(more));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        VerifyLedger.check(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            Map.of("WUFEI_DB_PASSWORD", server.password()),
            arguments.toArray(String[]::new));
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  /// Statements of who owns the schema.
  void run(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl(), server.migrationUser(), server.migrationPassword());
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  /// The first column of the rows.
  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  @Override
  public void close() {
    server.close();
  }

  /// The files of a server that stopped in order.
  private static final class Template {

    private static final Path FILES = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "template-");
        try (DatabaseServer server = TestExchange.startDatabase(folder)) {
          Flyway.configure()
              .dataSource(server.jdbcUrl(), server.migrationUser(), server.migrationPassword())
              .load()
              .migrate();
        }
        try (Stream<Path> kept = Files.list(folder)) {
          return kept.filter(file -> file.getFileName().toString().startsWith("database"))
              .findFirst()
              .orElseThrow();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
