package cn.wufei.exchange.testing;

import cn.wufei.local.DatabaseServer;
import cn.wufei.local.EmbeddedDatabase;
import cn.wufei.local.LocalOptions;
import cn.wufei.local.MySqlServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The exchange that the integration tests talk to: the whole application on a free port over a
/// real database server, started once per JVM by whoever asks first. `-Dwufei.test.database=mysql`
/// takes MySQL instead of MariaDB. Tests share its data and therefore make their own organisations.
///
/// Elasticsearch runs from the first call of [#search()] on; until then the exchange finds none.
public final class TestExchange implements AutoCloseable {

  private static final String JWT_SECRET = "a-secret-of-the-tests-3f9c2b7e51d84a06";
  private static final String SIGNING_KEY =
      "6f1c94a5e07b23d8f9465c1ab27e80d3914af6520c7be83d1f5a9024e6bd7c38";
  private static final Duration EXIT_GRACE = Duration.ofSeconds(20);
  private static final int PLENTY = 10_000_000;

  /// Longer than all tests take: fixtures keep what they have signed in, and what is due is swept
  /// by the tests that are about it and not beside those that count rows.
  private static final String TESTS_LIMIT = "4h";

  private static final boolean ON_MYSQL = "mysql".equals(System.getProperty("wufei.test.database"));

  /// Many instances start in the course of the tests; few of them need all connections at once.
  private static final int IDLE_CONNECTIONS = 2;

  /// Most of the time of all tests went into passwords as strong as the product's.
  private static final int PASSWORD_MEMORY_KIB = 64;

  private static final ScopedValue<TestExchange> AT_HAND = ScopedValue.newInstance();

  private final Path stateFolder;
  private final DatabaseServer database;
  private final TestSearch search;
  private final EmbeddedServer server;
  private final boolean ownsServers;

  private TestExchange(
      Path stateFolder,
      DatabaseServer database,
      TestSearch search,
      Map<String, Object> more,
      boolean ownsServers) {
    this.stateFolder = stateFolder;
    this.database = database;
    this.search = search;
    this.ownsServers = ownsServers;
    Map<String, Object> settings = settings(stateFolder, database, search);
    settings.putAll(more);
    this.server = ApplicationContext.run(EmbeddedServer.class, settings, "test");
  }

  /// The one that all tests share; inside [#call(Supplier)] the one of that.
  public static TestExchange get() {
    return AT_HAND.isBound() ? AT_HAND.get() : Shared.EXCHANGE;
  }

  /// The application over a database of its own, with its state in that folder. Close it.
  public static TestExchange over(
      DatabaseServer database, Path stateFolder, Map<String, Object> more) {
    try {
      WebPage.writeTo(stateFolder.resolve("web"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestExchange(stateFolder, database, new TestSearch(stateFolder), more, false);
  }

  /// Does something through the API of this exchange instead of the one that all tests share, with
  /// the same helpers.
  public <R> R call(Supplier<R> work) {
    return ScopedValue.where(AT_HAND, this).call(work::get);
  }

  /// A further instance of the application over the same database, with some settings of its own:
  /// what a second host, or the same one after a restart, would be. Close it.
  public TestExchange anotherInstance(Map<String, Object> more) {
    return new TestExchange(stateFolder, database, search, more, false);
  }

  /// A further server of the product that the tests run on, with an empty database.
  public static DatabaseServer startDatabase(Path stateFolder) {
    return startDatabase(stateFolder, unforced());
  }

  private static DatabaseServer startDatabase(Path stateFolder, LocalOptions options) {
    return ON_MYSQL
        ? MySqlServer.start(stateFolder, options)
        : EmbeddedDatabase.start(stateFolder, options);
  }

  /// What an instance of the application over the same database is started with.
  public Map<String, Object> settings() {
    return settings(stateFolder, database, search);
  }

  public URI url() {
    return server.getURI();
  }

  /// For looking behind the API, at a bean of the feature under test.
  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  public DatabaseServer database() {
    return database;
  }

  /// The search server, running and answering.
  public TestSearch search() {
    search.start();
    return search;
  }

  /// Where the application keeps its secrets.
  public Path stateFolder() {
    return stateFolder;
  }

  @Override
  public void close() {
    server.close();
    if (ownsServers) {
      search.close();
      database.close();
    }
  }

  private static Map<String, Object> settings(
      Path stateFolder, DatabaseServer database, TestSearch search) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("datasources.default.url", database.jdbcUrl());
    settings.put("datasources.default.username", database.user());
    settings.put("datasources.default.password", database.password());
    settings.put("datasources.default.minimum-idle", IDLE_CONNECTIONS);
    settings.put("wufei.database.migration-user", database.migrationUser());
    settings.put("wufei.database.migration-password", database.migrationPassword());
    settings.put("elasticsearch.http-hosts", search.url());
    settings.put("wufei.reference.dir", Path.of("../seeds/reference").toAbsolutePath().toString());
    settings.put("wufei.var", stateFolder.toString());
    settings.put("wufei.web.dir", stateFolder.resolve("web").toString());
    settings.put("wufei.jwt.secret", JWT_SECRET);
    settings.put("wufei.ledger.signing-key", SIGNING_KEY);
    settings.put("wufei.passwords.memory-kib", PASSWORD_MEMORY_KIB);
    settings.put("wufei.imports.every", "100ms");
    settings.put("wufei.limits.api-per-minute", PLENTY);
    settings.put("wufei.limits.sign-in-per-minute", PLENTY);
    settings.put("wufei.limits.sign-up-per-hour", PLENTY);
    settings.put("wufei.session.liveness-cache-lifetime", "500ms");
    settings.put("wufei.session.access-token-lifetime", TESTS_LIMIT);
    settings.put("wufei.market.sweep", TESTS_LIMIT);
    settings.put("wufei.indexer.upkeep-interval", "100ms");
    settings.put("wufei.indexer.definition-check", "1s");
    settings.put("wufei.search.extents-kept", "1s");
    settings.put("wufei.search.alerts-every", TESTS_LIMIT);
    settings.put("wufei.search.alerts-behind", "0s");
    settings.put("wufei.notify.heartbeat", "1s");
    settings.put("wufei.webhook.every", "100ms");
    settings.put("wufei.webhook.private-addresses", true);
    settings.put("wufei.webhook.failures-max", 3);
    settings.put("wufei.webhook.failing-for", "0s");
    settings.put("wufei.mail.to-files", true);
    settings.put("wufei.mail.every", "100ms");
    settings.put("wufei.mail.digest-every", "1h");
    return settings;
  }

  private static TestExchange start() {
    try {
      Path stateFolder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "exchange-");
      WebPage.writeTo(stateFolder.resolve("web"));
      DatabaseServer database = startDatabase(stateFolder, unforced());
      TestSearch search = new TestSearch(stateFolder);
      TestExchange exchange = new TestExchange(stateFolder, database, search, Map.of(), true);
      Runtime.getRuntime().addShutdownHook(new Thread(exchange::close, "test-exchange"));
      return exchange;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A commit is written and not forced to the disk: no test takes the power away, and each commit
  /// waited milliseconds for the disk, each change of a table on MySQL many times. Killed processes
  /// lose nothing by it. At the end of the tests the exchange stops before its database does: it
  /// would wait for it.
  private static LocalOptions unforced() {
    LocalOptions options = LocalOptions.defaults().withExitGrace(EXIT_GRACE);
    List<String> arguments = new ArrayList<>(List.of("--innodb-flush-log-at-trx-commit=2"));
    if (ON_MYSQL) {
      arguments.add("--innodb-flush-method=nosync");
    }
    return options.withDatabaseArguments(options.databaseBufferMb(), arguments);
  }

  private static final class Shared {

    private static final TestExchange EXCHANGE = start();
  }
}
