package cn.wufei.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The embedded shape's database: a MariaDB server.
public final class EmbeddedDatabase extends DatabaseServer {

  private static final String PROGRAM = "bin/mariadbd";

  private EmbeddedDatabase(Path varDir, Path home, LocalOptions options) {
    super(varDir, home, options);
  }

  /// Starts a database whose data are in `varDir/database`; the first start makes them (some
  /// seconds).
  ///
  /// @throws LocalServicesException when it cannot be started
  public static EmbeddedDatabase start(Path varDir, LocalOptions options) {
    Path home = ServerHome.find(options, "mariadb", PROGRAM);
    EmbeddedDatabase database = new EmbeddedDatabase(varDir, home, options);
    try {
      database.start();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  @Override
  public String jdbcUrl() {
    return "jdbc:mysql://127.0.0.1:%d/%s".formatted(port(), DATABASE);
  }

  @Override
  String product() {
    return "mariadb";
  }

  @Override
  String dataFolder() {
    return "database";
  }

  @Override
  List<String> installCommand(Path dataDir) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                home().resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--basedir=" + home(),
                "--datadir=" + dataDir));
    command.addAll(asRoot());
    return command;
  }

  @Override
  List<String> serverCommand() {
    return List.of(
        home().resolve(PROGRAM).toString(),
        "--no-defaults",
        "--collation-server=utf8mb4_unicode_ci",
        // With TLS the server makes a key at each start, which stalls it for seconds.
        "--skip-ssl");
  }

  @Override
  @Nullable String explain(String logLine) {
    return null;
  }
}
