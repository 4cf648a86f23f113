package cn.wufei.exchange.catalog;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.SynchronousTransactionManager;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the data files into the database, each only when it changed. Instances that start at once
/// wait for each other; a broken file changes nothing at all.
@Singleton
class ReferenceLoading {

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceLoading.class);
  private static final TransactionDefinition READ_COMMITTED = readCommitted();

  private final Path directory;
  private final SynchronousTransactionManager<Connection> transactions;
  private final ReferenceStore store;
  private final Clock clock;

  ReferenceLoading(
      @Value("${wufei.reference.dir:seeds/reference}") String directory,
      SynchronousTransactionManager<Connection> transactions,
      ReferenceStore store,
      Clock clock) {
    this.directory = Path.of(directory);
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  /// @throws ReferenceFault when a file cannot be used; the message is one line
  CatalogData load() {
    List<ReferenceFile> files;
    try {
      files = readFiles(directory);
      checked(files);
    } catch (ReferenceFault fault) {
      LOG.error("Reference data in {}: {}", directory.toAbsolutePath(), fault.getMessage());
      throw fault;
    }
    return transactions.execute(
        READ_COMMITTED,
        _ -> {
          store.lockHead();
          List<ReferenceFile> changed =
              files.stream()
                  .filter(file -> !file.sha256().equals(store.sha256(file.dataset())))
                  .toList();
          if (!changed.isEmpty()) {
            Instant now = Instant.now(clock);
            changed.forEach(file -> store.save(file, now));
            store.raiseRevision();
            LOG.info(
                "Loaded reference data: {}",
                String.join(", ", changed.stream().map(file -> file.dataset().code()).toList()));
          }
          return store.data();
        });
  }

  /// What the database holds now.
  CatalogData current() {
    return transactions.execute(READ_COMMITTED, _ -> store.data());
  }

  long revision() {
    return transactions.execute(READ_COMMITTED, _ -> store.revision());
  }

  static CatalogData read(Path directory) {
    return checked(readFiles(directory));
  }

  private static List<ReferenceFile> readFiles(Path directory) {
    return Stream.of(Dataset.values())
        .map(dataset -> ReferenceFile.read(directory, dataset))
        .toList();
  }

  private static CatalogData checked(List<ReferenceFile> files) {
    Map<Dataset, List<Row>> rows = new EnumMap<>(Dataset.class);
    files.forEach(file -> rows.put(file.dataset(), file.rows()));
    List<CatalogData.DatasetState> states =
        files.stream()
            .map(file ->
                new CatalogData.DatasetState(
                    file.dataset().code(),
                    file.edition(),
                    file.source(),
                    file.rows().size(),
                    file.sha256(),
                    Instant.EPOCH))
            .toList();
    return CatalogData.of(0, states, new CatalogData.Rows(rows, List.of()));
  }

  private static TransactionDefinition readCommitted() {
    var definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.Isolation.READ_COMMITTED);
    return definition;
  }
}
