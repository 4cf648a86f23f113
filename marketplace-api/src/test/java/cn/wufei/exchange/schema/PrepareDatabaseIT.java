package cn.wufei.exchange.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.local.DatabaseServer;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a server of its own, whose database is empty before each test.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrepareDatabaseIT {

  private static DatabaseServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestExchange.startDatabase(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void empty() {
    Flyway.configure()
        .dataSource(server.jdbcUrl(), server.migrationUser(), server.migrationPassword())
        .cleanDisabled(false)
        .load()
        .clean();
  }

  @Test
  void an_instance_without_a_migration_user_starts_only_where_another_has_migrated() {
    assertThatThrownBy(() -> withoutMigrationUser().handle(application()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("WUFEI_DB_MIGRATION_USER is not set");

    withBothUsers().handle(application());

    withoutMigrationUser().handle(application());
  }

  @Test
  void an_instance_without_a_migration_user_does_not_start_on_an_older_schema()
      throws SQLException {
    withBothUsers().handle(application());
    execute("delete from flyway_schema_history where version = '0014'");

    assertThatThrownBy(() -> withoutMigrationUser().handle(application()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("WUFEI_DB_MIGRATION_USER is not set")
        .hasMessageContaining("0014");
  }

  /// Each is put right again, so that one database does for all of them.
  @Test
  void an_application_user_with_more_rights_is_refused_and_put_right() throws SQLException {
    withBothUsers().handle(application());
    List<String> right = rights();
    for (String more :
        List.of(
            "all privileges on wufei.*",
            "create on wufei.*",
            "lock tables on wufei.*",
            "update on wufei.ledger_posting",
            "update (amount) on wufei.ledger_posting",
            "delete on wufei.audit_record",
            "alter on wufei.listing_lot",
            "trigger on wufei.ledger_balance",
            "update on wufei.flyway_schema_history")) {
      for (String option : List.of("", " with grant option")) {
        String given = more + option;
        execute("grant " + more + " to 'wufei'@'127.0.0.1'" + option);

        assertThatThrownBy(() -> withoutMigrationUser().handle(application()))
            .as(given)
            .isInstanceOf(ConfigurationException.class)
            .hasMessageStartingWith(
                "WUFEI_DB_USER names a database user with too many rights: GRANT")
            .hasMessageContaining("`wufei`.");

        withBothUsers().handle(application());
        assertThat(rights()).as(given).containsExactlyInAnyOrderElementsOf(right);
        withoutMigrationUser().handle(application());
      }
    }
  }

  @Test
  void one_user_for_both_is_refused() {
    DatabaseUser owner =
        new DatabaseUser(server.jdbcUrl(), server.migrationUser(), server.migrationPassword());

    assertThatThrownBy(() -> withBothUsers().handle(owner))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("WUFEI_DB_MIGRATION_USER and WUFEI_DB_USER are the same user");
  }

  @Test
  void the_owner_of_the_schema_is_refused_as_the_application() {
    withBothUsers().handle(application());

    assertThatThrownBy(() ->
            withoutMigrationUser()
                .handle(
                    new DatabaseUser(
                        server.jdbcUrl(), server.migrationUser(), server.migrationPassword())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("WUFEI_DB_USER names a database user with too many rights");
  }

  @Test
  void a_user_who_cannot_sign_in_is_named_by_its_setting() {
    DatabaseUser stranger = new DatabaseUser(server.jdbcUrl(), server.user(), "wrong");

    assertThatThrownBy(() -> withBothUsers().handle(stranger))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("WUFEI_DB_USER");
    assertThatThrownBy(
            () -> new PrepareDatabase(server.migrationUser(), "wrong").handle(application()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("WUFEI_DB_MIGRATION_USER");
  }

  @Test
  void instances_that_start_at_once_all_start() throws ExecutionException, InterruptedException {
    List<Future<?>> starts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        starts.add(threads.submit(() -> withBothUsers().handle(application())));
      }
    }
    for (Future<?> start : starts) {
      start.get();
    }
  }

  private static PrepareDatabase withBothUsers() {
    return new PrepareDatabase(server.migrationUser(), server.migrationPassword());
  }

  private static PrepareDatabase withoutMigrationUser() {
    return new PrepareDatabase("", "");
  }

  private static DatabaseUser application() {
    return new DatabaseUser(server.jdbcUrl(), server.user(), server.password());
  }

  private static List<String> rights() throws SQLException {
    try (Connection connection = application().connectToServer()) {
      return Grant.heldBy(connection).stream().map(Grant::text).toList();
    }
  }

  private static void execute(String sql) throws SQLException {
    DatabaseUser owner =
        new DatabaseUser(server.jdbcUrl(), server.migrationUser(), server.migrationPassword());
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
