package cn.wufei.bench;

import cn.wufei.local.EmbeddedDatabase;
import cn.wufei.local.LocalOptions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The exchange's own beans over a fresh embedded database, without its web server and search.
final class Exchange implements AutoCloseable {

  /// As a server of its own would have them; the baselines run on the same.
  private static final int BUFFER_MB = 1024;

  private static final String LOG = "1G";
  private static final String SIGNING_KEY =
      "9d3b5f0c71e8a246d05c97fe13b84a6027f1de59c6a3480b92e47d15fa60c83b";

  private final EmbeddedDatabase database;
  private final ApplicationContext context;

  private Exchange(EmbeddedDatabase database, ApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  static Exchange start(Path folder, Path reference) {
    return start(folder, reference, settings -> ApplicationContext.run(settings, "bench"));
  }

  /// The same with its web server, on a free port.
  static Exchange serve(Path folder, Path reference) {
    return start(
        folder,
        reference,
        settings -> {
          settings.put("micronaut.server.port", "-1");
          // All the callers here have one address.
          settings.put("wufei.limits.api-per-minute", Integer.MAX_VALUE);
          return ApplicationContext.run(EmbeddedServer.class, settings, "bench")
              .getApplicationContext();
        });
  }

  private static Exchange start(
      Path folder, Path reference, Function<Map<String, Object>, ApplicationContext> start) {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(
            folder,
            LocalOptions.defaults()
                .withDatabaseArguments(BUFFER_MB, List.of("--innodb-log-file-size=" + LOG)));
    Map<String, Object> settings = new HashMap<>();
    settings.put("datasources.default.url", database.jdbcUrl());
    settings.put("datasources.default.username", database.user());
    settings.put("datasources.default.password", database.password());
    settings.put("wufei.database.migration-user", database.migrationUser());
    settings.put("wufei.database.migration-password", database.migrationPassword());
    settings.put("elasticsearch.http-hosts", "http://127.0.0.1:1");
    settings.put("wufei.indexer.enabled", "false");
    settings.put("wufei.reference.dir", reference.toString());
    settings.put("wufei.var", folder.toString());
    settings.put("wufei.jwt.secret", SIGNING_KEY);
    settings.put("wufei.ledger.signing-key", SIGNING_KEY);
    return new Exchange(database, start.apply(settings));
  }

  /// Where the web server listens.
  URI url() {
    return bean(EmbeddedServer.class).getURI();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// The application's user of the database.
  String user() {
    return database.user();
  }

  /// A connection of its own that may make tables, as the baselines need one.
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl()
            + "?useLocalSessionState=true&cachePrepStmts=true&prepStmtCacheSize=500"
            + "&prepStmtCacheSqlLimit=65536&rewriteBatchedStatements=true",
        database.migrationUser(),
        database.migrationPassword());
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
