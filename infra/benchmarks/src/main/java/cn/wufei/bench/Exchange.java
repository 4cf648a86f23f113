package cn.wufei.bench;

import cn.wufei.local.EmbeddedDatabase;
import cn.wufei.local.EmbeddedSearch;
import cn.wufei.local.LocalOptions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The exchange's own beans over a fresh embedded database; with its web server and a fresh
/// embedded search where a benchmark needs them.
final class Exchange implements AutoCloseable {

  /// As a server of its own would have them; the baselines run on the same.
  private static final int BUFFER_MB = 1024;

  private static final String LOG = "1G";
  private static final String SIGNING_KEY =
      "9d3b5f0c71e8a246d05c97fe13b84a6027f1de59c6a3480b92e47d15fa60c83b";

  private static final int SEARCH_HEAP_MB = 2048;
  private static final Duration SEARCH_START_LIMIT = Duration.ofMinutes(2);

  private final EmbeddedDatabase database;
  private final @Nullable EmbeddedSearch search;
  private final ApplicationContext context;

  private Exchange(
      EmbeddedDatabase database, @Nullable EmbeddedSearch search, ApplicationContext context) {
    this.database = database;
    this.search = search;
    this.context = context;
  }

  static Exchange start(Path folder, Path reference) {
    EmbeddedDatabase database = database(folder, benchmarkOptions());
    Map<String, Object> settings = settings(database, folder, reference);
    return new Exchange(database, null, ApplicationContext.run(settings, "bench"));
  }

  /// The same with its web server, on a free port.
  static Exchange serve(Path folder, Path reference) {
    EmbeddedDatabase database = database(folder, benchmarkOptions());
    return new Exchange(database, null, serving(settings(database, folder, reference)));
  }

  /// What of the exchange runs beside the database and the search.
  enum Parts {
    /// The web server; a benchmark fills the index itself.
    WEB,
    /// The indexer as well.
    INDEXED,
    /// And what matches each change.
    ALL
  }

  /// The exchange with its search.
  static Exchange market(Path folder, Path reference, Parts parts) {
    return market(folder, reference, parts, benchmarkOptions());
  }

  /// The same with servers of another size.
  static Exchange market(Path folder, Path reference, Parts parts, LocalOptions options) {
    EmbeddedSearch search = EmbeddedSearch.start(folder, options);
    EmbeddedDatabase database = database(folder, options);
    Map<String, Object> settings = settings(database, folder, reference);
    settings.put("elasticsearch.http-hosts", search.url());
    settings.put("wufei.indexer.enabled", Boolean.toString(parts != Parts.WEB));
    settings.put("wufei.matching.standing.enabled", Boolean.toString(parts == Parts.ALL));
    Exchange exchange = new Exchange(database, search, serving(settings));
    if (!search.await(SEARCH_START_LIMIT)) {
      exchange.close();
      throw new IllegalStateException("the search server does not start");
    }
    return exchange;
  }

  /// A second instance over the same database, which asks another search server.
  ApplicationContext beside(Path folder, Path reference, URI searchUrl) {
    return beside(folder, reference, searchUrl, Map.of());
  }

  /// The same with settings of its own.
  ApplicationContext beside(
      Path folder, Path reference, URI searchUrl, Map<String, Object> others) {
    Map<String, Object> settings = settings(database, folder, reference);
    settings.putAll(others);
    settings.put("elasticsearch.http-hosts", searchUrl.toString());
    return serving(settings);
  }

  private static ApplicationContext serving(Map<String, Object> settings) {
    settings.put("micronaut.server.port", "-1");
    // All the callers here have one address.
    settings.put("wufei.limits.api-per-minute", Integer.MAX_VALUE);
    settings.put("wufei.limits.sign-in-per-minute", Integer.MAX_VALUE);
    settings.put("wufei.limits.sign-up-per-hour", Integer.MAX_VALUE);
    return ApplicationContext.run(EmbeddedServer.class, settings, "bench").getApplicationContext();
  }

  private static LocalOptions benchmarkOptions() {
    return LocalOptions.defaults()
        .withDatabaseArguments(BUFFER_MB, List.of("--innodb-log-file-size=" + LOG))
        .withSearchHeapMb(SEARCH_HEAP_MB);
  }

  private static EmbeddedDatabase database(Path folder, LocalOptions options) {
    return EmbeddedDatabase.start(folder, options);
  }

  private static Map<String, Object> settings(
      EmbeddedDatabase database, Path folder, Path reference) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("datasources.default.url", database.jdbcUrl());
    settings.put("datasources.default.username", database.user());
    settings.put("datasources.default.password", database.password());
    settings.put("wufei.database.migration-user", database.migrationUser());
    settings.put("wufei.database.migration-password", database.migrationPassword());
    settings.put("elasticsearch.http-hosts", "http://127.0.0.1:1");
    settings.put("wufei.indexer.enabled", "false");
    settings.put("wufei.matching.standing.enabled", "false");
    settings.put("wufei.reference.dir", reference.toString());
    settings.put("wufei.var", folder.toString());
    settings.put("wufei.jwt.secret", SIGNING_KEY);
    settings.put("wufei.ledger.signing-key", SIGNING_KEY);
    return settings;
  }

  /// Where the web server listens.
  URI url() {
    return bean(EmbeddedServer.class).getURI();
  }

  /// Where the search server listens.
  URI searchUrl() {
    return URI.create(Objects.requireNonNull(search).url());
  }

  ApplicationContext context() {
    return context;
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
    if (search != null) {
      search.close();
    }
    database.close();
  }
}
