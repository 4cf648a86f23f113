package cn.wufei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs against MariaDB, and against MySQL with `-Dwufei.test.database=mysql`.
class DatabaseServerIT {

  private static final boolean ON_MYSQL =
      System.getProperty("wufei.test.database", "mariadb").equals("mysql");

  @TempDir Path varDir;

  @Test
  void rows_survive_a_stop_and_a_new_instance() throws SQLException {
    try (DatabaseServer database = start(LocalOptions.defaults())) {
      execute(database, "create table note (id bigint primary key, text varchar(80) not null)");
      execute(database, "insert into note values (1, '钢渣 slag 🚚')");
      int port = database.port();

      database.stop();
      assertThat(database.isRunning()).isFalse();
      database.start();

      assertThat(database.port()).isEqualTo(port);
      assertThat(query(database, "select text from note where id = 1")).isEqualTo("钢渣 slag 🚚");
    }

    try (DatabaseServer again = start(LocalOptions.defaults())) {
      assertThat(query(again, "select text from note where id = 1")).isEqualTo("钢渣 slag 🚚");
    }
  }

  @Test
  void a_killed_server_comes_back_on_its_port_with_what_was_committed() throws Exception {
    try (DatabaseServer database = start(LocalOptions.defaults())) {
      execute(database, "create table note (id bigint primary key)");
      int port = database.port();
      try (Connection connection = connect(database);
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("insert into note values (1)");
        connection.commit();
        statement.execute("insert into note values (2)");

        database.kill();

        assertThat(database.isRunning()).isFalse();
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
      }
      assertThat(varDir.resolve("run/database.pid")).doesNotExist();
      assertThat(varDir.resolve("run/database.properties")).doesNotExist();
      assertThat(log()).content().doesNotContain("Shutdown complete");

      database.start();

      assertThat(database.port()).isEqualTo(port);
      assertThat(query(database, "select group_concat(id) from note")).isEqualTo("1");
      database.stop();
      assertThat(log()).content().contains("Shutdown complete");
    }
  }

  @Test
  void sessions_are_utc_durable_and_in_utf8mb4() throws SQLException {
    try (DatabaseServer database = start(LocalOptions.defaults())) {
      assertThat(query(database, "select @@global.time_zone")).isEqualTo("+00:00");
      assertThat(query(database, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
      assertThat(query(database, "select @@character_set_database")).isEqualTo("utf8mb4");
      assertThat(query(database, "select current_user()")).isEqualTo("wufei_migration@127.0.0.1");
    }
  }

  @Test
  void a_wrong_password_is_refused_and_the_right_one_is_in_a_private_file_while_it_runs()
      throws IOException {
    Path access = varDir.resolve("run/database.properties");
    try (DatabaseServer database = start(LocalOptions.defaults())) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Access denied");
      assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "root", ""))
          .isInstanceOf(SQLException.class);
      assertThat(access)
          .content()
          .contains("\npassword=" + database.password())
          .contains("\nmigrationPassword=" + database.migrationPassword());
      assertThat(Files.getPosixFilePermissions(access)).hasSize(2);
    }

    assertThat(access).doesNotExist();
  }

  @Test
  void the_application_user_may_do_what_it_was_given_and_loses_what_it_had_on_all_tables()
      throws SQLException {
    try (DatabaseServer database = start(LocalOptions.defaults())) {
      execute(database, "create table note (id bigint primary key)");
      execute(database, "grant select on wufei.note to 'wufei'@'127.0.0.1'");
      execute(database, "grant all privileges on wufei.* to 'wufei'@'127.0.0.1' with grant option");
    }

    try (DatabaseServer database = start(LocalOptions.defaults())) {
      try (Connection connection = connectAsApplication(database);
          Statement statement = connection.createStatement()) {
        assertThat(statement.executeQuery("select * from note").next()).isFalse();
        assertThatThrownBy(() -> statement.execute("insert into note values (1)"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
        assertThatThrownBy(() -> statement.execute("create table other (id bigint)"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
      }
    }
  }

  @Test
  void an_application_that_is_at_work_keeps_its_rights_when_the_server_comes_back()
      throws SQLException {
    try (DatabaseServer database = start(LocalOptions.defaults())) {
      execute(database, "create table note (id bigint primary key)");
      execute(database, "grant select on wufei.* to 'wufei'@'127.0.0.1'");

      database.kill();
      database.start();

      try (Connection connection = connectAsApplication(database);
          Statement statement = connection.createStatement()) {
        assertThat(statement.executeQuery("select * from note").next()).isFalse();
      }
    }
  }

  @Test
  void a_second_instance_on_the_same_folder_is_refused() {
    try (DatabaseServer _ = start(LocalOptions.defaults())) {
      assertThatThrownBy(() -> start(LocalOptions.defaults()))
          .isInstanceOf(LocalServicesException.class)
          .hasMessageContaining("in use by another running instance");
    }
  }

  @Test
  void a_taken_port_is_refused_and_leaves_the_folder_free() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      LocalOptions options = LocalOptions.defaults().withPorts(taken.getLocalPort(), 0);

      assertThatThrownBy(() -> start(options))
          .isInstanceOf(LocalServicesException.class)
          .hasMessageContaining("Port " + taken.getLocalPort());
    }

    RunFolder.claim(varDir, "database").close();
  }

  @Test
  void a_server_that_cannot_start_says_why_in_one_line_and_leaves_no_process() {
    LocalOptions options =
        LocalOptions.defaults().withDatabaseArguments(64, List.of("--no-such-setting=1"));

    assertThatThrownBy(() -> start(options))
        .isInstanceOf(LocalServicesException.class)
        .hasMessageContaining("no-such-setting")
        .hasMessageNotContaining("\n");

    assertThat(varDir.resolve("run/database.pid")).doesNotExist();
  }

  private Path log() {
    return varDir.resolve("log").resolve(ON_MYSQL ? "mysql.log" : "mariadb.log");
  }

  private DatabaseServer start(LocalOptions options) {
    return ON_MYSQL ? MySqlServer.start(varDir, options) : EmbeddedDatabase.start(varDir, options);
  }

  private static Connection connect(DatabaseServer database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.migrationUser(), database.migrationPassword());
  }

  private static Connection connectAsApplication(DatabaseServer database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static void execute(DatabaseServer database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(DatabaseServer database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
