package cn.wufei.local;

import java.nio.file.Path;
import java.time.Duration;

/// Database and Elasticsearch of the embedded shape, with their state in one folder (`database/`,
/// `elasticsearch/`, `log/`, `run/`). A second start on the same folder is refused while this one
/// lives; after a `kill -9` the next start ends what was left running.
///
/// They end with [#close()] and, at the latest, with the JVM.
public final class LocalServices implements AutoCloseable {

  private final DatabaseServer database;
  private final EmbeddedSearch search;

  private LocalServices(DatabaseServer database, EmbeddedSearch search) {
    this.database = database;
    this.search = search;
  }

  /// Returns when the database answers; Elasticsearch is still starting then, see [#awaitSearch].
  ///
  /// @throws LocalServicesException when one of them cannot be started; nothing is left running
  ///   then
  public static LocalServices start(Path varDir, LocalOptions options) {
    EmbeddedSearch search = EmbeddedSearch.start(varDir, options);
    try {
      return new LocalServices(EmbeddedDatabase.start(varDir, options), search);
    } catch (RuntimeException e) {
      search.close();
      throw e;
    }
  }

  public DatabaseServer database() {
    return database;
  }

  public EmbeddedSearch search() {
    return search;
  }

  public String jdbcUrl() {
    return database.jdbcUrl();
  }

  public String databaseUser() {
    return database.user();
  }

  public String databasePassword() {
    return database.password();
  }

  public String databaseMigrationUser() {
    return database.migrationUser();
  }

  public String databaseMigrationPassword() {
    return database.migrationPassword();
  }

  public String searchUrl() {
    return search.url();
  }

  /// Waits until Elasticsearch answers.
  ///
  /// @return false when it did not within `limit`
  /// @throws LocalServicesException when its process has ended by itself
  public boolean awaitSearch(Duration limit) {
    return search.await(limit);
  }

  /// Stops both and returns when nothing is left running. A second call waits for the first.
  @Override
  public void close() {
    Thread searchEnd = Thread.ofPlatform().name("stop-elasticsearch").start(search::close);
    database.close();
    try {
      searchEnd.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
