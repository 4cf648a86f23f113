package cn.wufei.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A MySQL 8.0 server, for the tests that must hold on MySQL as well as on MariaDB. Its program is
/// unpacked only by a build with `-Dwufei.test.database=mysql`. Constraints of the kind CHECK are
/// parsed but not enforced by this version (8.0.12).
public final class MySqlServer extends DatabaseServer {

  private static final String PROGRAM = "bin/mysqld";

  private MySqlServer(Path varDir, Path home, LocalOptions options) {
    super(varDir, home, options);
  }

  /// Starts a database whose data are in `varDir/database-mysql`; the first start makes them.
  ///
  /// @throws LocalServicesException when it cannot be started
  public static MySqlServer start(Path varDir, LocalOptions options) {
    Path home = ServerHome.find(options, "mysql", PROGRAM);
    MySqlServer database = new MySqlServer(varDir, home, options);
    try {
      database.start();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  /// Allows the server's public key to be asked for, which its password check needs without TLS.
  @Override
  public String jdbcUrl() {
    return "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
        .formatted(port(), DATABASE);
  }

  @Override
  String product() {
    return "mysql";
  }

  @Override
  String dataFolder() {
    return "database-mysql";
  }

  @Override
  List<String> installCommand(Path dataDir) {
    List<String> command =
        new ArrayList<>(
            List.of(
                home().resolve(PROGRAM).toString(),
                "--no-defaults",
                "--initialize-insecure",
                "--basedir=" + home(),
                "--datadir=" + dataDir));
    command.addAll(asRoot());
    return command;
  }

  @Override
  List<String> serverCommand() {
    return List.of(
        home().resolve(PROGRAM).toString(), "--no-defaults", "--mysqlx=OFF", "--disable-log-bin");
  }

  @Override
  @Nullable String explain(String logLine) {
    if (logLine.contains("cannot open shared object file")) {
      return "it needs the packages libaio1 and libnuma1, install them (%s)".formatted(logLine);
    }
    return null;
  }
}
