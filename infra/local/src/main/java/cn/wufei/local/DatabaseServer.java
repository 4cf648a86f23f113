package cn.wufei.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A database server in its own process with one empty database `wufei` and two users: the
/// migration user may do all in it and give rights to others, the application user only what the
/// migration user has given it, table by table. It listens on 127.0.0.1, keeps its port for as long
/// as this object lives, and its data below the state folder; the passwords are made anew for every
/// object and are kept in no file but `run/database.properties` (readable by its owner, there while
/// the server runs), for tools beside the application.
///
/// Every commit is on the disk when it is acknowledged. Methods may be called from any thread.
public abstract sealed class DatabaseServer implements AutoCloseable
    permits EmbeddedDatabase, MySqlServer {

  /// The name of the database, and of its application user.
  public static final String DATABASE = "wufei";

  private static final String MIGRATION_USER = "wufei_migration";
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseServer.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_GRACE = Duration.ofSeconds(60);
  private static final int SECRET_BYTES = 18;

  private final Path varDir;
  private final Path home;
  private final LocalOptions options;
  private final RunFolder run;
  private final int port;
  private final String password = randomPassword();
  private final String migrationPassword = randomPassword();
  private @Nullable ServerProcess process;
  private boolean hasStarted;
  private boolean closed;

  DatabaseServer(Path varDir, Path home, LocalOptions options) {
    this.varDir = StateFolder.prepare(varDir, options);
    this.home = home;
    this.options = options;
    this.run = RunFolder.claim(this.varDir, "database");
    try {
      this.port = Ports.choose(options.databasePort(), "the database");
    } catch (LocalServicesException e) {
      run.close();
      throw e;
    }
  }

  /// The JDBC URL of the database `wufei`, for the driver `com.mysql.cj.jdbc.Driver`.
  public abstract String jdbcUrl();

  /// The product's name, such as `mariadb`.
  abstract String product();

  /// Where its data are in the state folder.
  abstract String dataFolder();

  /// The command that fills an empty data folder.
  abstract List<String> installCommand(Path dataDir);

  /// The command that serves a filled one, without the arguments that all products share.
  abstract List<String> serverCommand();

  /// What explains a failed start better than the server's own words do, or null.
  abstract @Nullable String explain(String logLine);

  public final String user() {
    return DATABASE;
  }

  public final String password() {
    return password;
  }

  /// The user who owns the schema.
  public final String migrationUser() {
    return MIGRATION_USER;
  }

  public final String migrationPassword() {
    return migrationPassword;
  }

  public final int port() {
    return port;
  }

  public final synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /// Starts the server and returns when it answers; does nothing when it runs.
  ///
  /// @throws LocalServicesException when it cannot be started
  public final synchronized void start() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (isRunning()) {
      return;
    }
    StateFolder.prepare(varDir, options);
    Ports.requireFree(port, "the database");
    long startedAt = System.nanoTime();
    Path dataDir = varDir.resolve(dataFolder());
    install(dataDir);
    Path setup = writeSetup();
    ServerProcess started =
        ServerProcess.start(
            product(),
            command(dataDir, setup),
            environment(),
            dataDir,
            log(),
            run,
            options.exitGrace());
    process = started;
    try {
      awaitGreeting(started);
      hasStarted = true;
      writeAccess();
    } catch (RuntimeException e) {
      started.stop(STOP_GRACE);
      throw e;
    } finally {
      delete(setup);
    }
    LOG.info(
        "Database ({}) runs on port {} after {} ms",
        product(),
        port,
        Duration.ofNanos(System.nanoTime() - startedAt).toMillis());
  }

  /// Stops the server in order; its data and its port stay its own, [#start()] brings it back.
  public final synchronized void stop() {
    if (process != null) {
      process.stop(STOP_GRACE);
      process = null;
      delete(accessFile());
    }
  }

  /// Kills the server as a crash would end it, for tests of what is left then; [#start()] brings it
  /// back.
  public final synchronized void kill() {
    if (process != null) {
      process.kill();
      stop();
    }
  }

  /// Stops the server and gives the state folder free.
  @Override
  public final synchronized void close() {
    if (!closed) {
      stop();
      closed = true;
      run.close();
    }
  }

  final Path home() {
    return home;
  }

  final List<String> asRoot() {
    return Unprivileged.isNeeded() ? List.of("--user=root") : List.of();
  }

  private Path log() {
    return varDir.resolve("log").resolve(product() + ".log");
  }

  private Path accessFile() {
    return varDir.resolve("run").resolve("database.properties");
  }

  private Map<String, String> environment() {
    return Map.of("LD_LIBRARY_PATH", home.resolve("libs") + ":" + home.resolve("lib"));
  }

  private void install(Path dataDir) {
    if (Files.exists(dataDir)) {
      return;
    }
    Path unfinished = dataDir.resolveSibling(dataDir.getFileName() + ".new");
    try {
      deleteTree(unfinished);
      Files.createDirectory(unfinished);
      String name = product() + " installer";
      ServerProcess installer =
          ServerProcess.start(
              name,
              installCommand(unfinished),
              environment(),
              unfinished,
              log(),
              run,
              Duration.ZERO);
      boolean installed = installer.awaitEnd(START_LIMIT) && installer.exitCode() == 0;
      installer.stop(Duration.ZERO);
      if (!installed) {
        throw failure(installer, "cannot be installed");
      }
      Files.move(unfinished, dataDir, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LocalServicesException(
          "The database folder %s cannot be made: %s".formatted(dataDir, e), e);
    }
  }

  private List<String> command(Path dataDir, Path setup) {
    List<String> command = new ArrayList<>(serverCommand());
    command.addAll(
        List.of(
            "--basedir=" + home,
            "--datadir=" + dataDir,
            "--port=" + port,
            "--bind-address=127.0.0.1",
            // Relative to the data folder: a socket's path may have 107 bytes only.
            "--socket=server.sock",
            "--pid-file=server.pid",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--default-time-zone=+00:00",
            "--max-connections=300",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=" + options.databaseBufferMb() + "M",
            "--init-file=" + setup));
    command.addAll(asRoot());
    command.addAll(options.databaseArguments());
    return command;
  }

  private Path writeSetup() {
    String sql =
        """
        create database if not exists %1$s character set utf8mb4;
        create user if not exists %2$s identified by '%3$s';
        alter user %2$s identified by '%3$s';
        create user if not exists %4$s identified by '%5$s';
        alter user %4$s identified by '%5$s';
        grant all privileges on %1$s.* to %4$s with grant option;
        """
            .formatted(
                DATABASE, account(user()), password, account(migrationUser()), migrationPassword);
    return writePrivate(
        varDir.resolve("run").resolve("database-setup.sql"), hasStarted ? sql : sql + takeBack());
  }

  /// What an earlier version or anybody else gave the application user on the database as a whole
  /// is taken back; giving it first makes sure that there is something to take. Not when the server
  /// comes back: an application that is at work goes on with what it was given.
  private String takeBack() {
    return """
    grant select on %1$s.* to %2$s with grant option;
    revoke grant option on %1$s.* from %2$s;
    revoke all privileges on %1$s.* from %2$s;
    """
        .formatted(DATABASE, account(user()));
  }

  private static String account(String user) {
    return "'%s'@'127.0.0.1'".formatted(user);
  }

  private void writeAccess() {
    writePrivate(
        accessFile(),
        """
        url=%s
        user=%s
        password=%s
        migrationUser=%s
        migrationPassword=%s
        """
            .formatted(jdbcUrl(), user(), password, migrationUser(), migrationPassword));
  }

  private Path writePrivate(Path file, String content) {
    Set<PosixFilePermission> ownerOnly =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    try {
      Files.deleteIfExists(file);
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new LocalServicesException("%s cannot be written: %s".formatted(file, e), e);
    }
  }

  private void awaitGreeting(ServerProcess started) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!MySqlGreeting.isGiven(port)) {
      if (!started.isAlive()) {
        throw failure(started, "ended while it was starting");
      }
      if (System.nanoTime() - deadline > 0) {
        throw failure(started, "did not answer within %d s".formatted(START_LIMIT.toSeconds()));
      }
      Waiting.pause(Duration.ofMillis(20));
    }
  }

  private LocalServicesException failure(ServerProcess failed, String what) {
    String reason =
        failed.lastLogLine(line ->
            (line.contains("[ERROR]") && !line.contains("Aborting"))
                || line.contains("cannot open shared object file"));
    if (reason.isEmpty()) {
      reason = failed.lastLogLine(line -> !line.isBlank());
    }
    @Nullable String explanation = explain(reason);
    if (explanation == null && reason.contains("No space left")) {
      explanation = "the disk is full";
    }
    return new LocalServicesException(
        "%s %s: %s (log: %s)"
            .formatted(product(), what, explanation == null ? reason : explanation, log()));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed: {}", file, e.toString());
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (var paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String randomPassword() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
