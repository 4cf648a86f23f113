package cn.wufei.indexer.intake;

import cn.wufei.indexer.index.Indices;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes documents that wait to the index, for as long as the process runs. While Elasticsearch or
/// the database is away it tries again every few seconds; nobody else is held up by that.
///
/// Several instances may run: external versions make it harmless that two send the same document.
@Singleton
@Requires(
    property = "wufei.indexer.enabled",
    notEquals = StringUtils.FALSE,
    defaultValue = StringUtils.TRUE)
class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final DocumentRows rows;
  private final BulkSender sender;
  private final Indices indices;
  private final IntakeConfiguration configuration;
  private volatile boolean stopped;
  private @Nullable Thread worker;
  private long indicesSeenAtNs;
  private boolean indicesSeen;
  private int failures;

  Intake(DocumentRows rows, BulkSender sender, Indices indices, IntakeConfiguration configuration) {
    this.rows = rows;
    this.sender = sender;
    this.indices = indices;
    this.configuration = configuration;
  }

  @EventListener
  void start(StartupEvent event) {
    worker = Thread.ofPlatform().name("search-intake").daemon().start(this::run);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopped = true;
    Thread running = worker;
    if (running != null) {
      running.interrupt();
      running.join(STOP_LIMIT);
    }
  }

  private void run() {
    while (!stopped) {
      Duration pause = round();
      if (!pause.isZero()) {
        try {
          Thread.sleep(pause);
        } catch (InterruptedException _) {
          return;
        }
      }
    }
  }

  /// One batch. Answers how long to wait before the next.
  Duration round() {
    try {
      lookAfterIndices();
      List<PendingDocument> waiting = rows.pending(configuration.batchDocuments());
      if (!waiting.isEmpty() && !deliver(waiting)) {
        return afterFailure("Elasticsearch is overloaded or lost an index");
      }
      afterSuccess();
      return waiting.size() < configuration.batchDocuments()
          ? configuration.pollInterval()
          : Duration.ZERO;
    } catch (SearchDownException | SearchRejectedException e) {
      return afterFailure(e.getMessage());
    } catch (SQLException e) {
      return afterFailure("The database does not answer: " + e.getMessage());
    }
  }

  private boolean deliver(List<PendingDocument> waiting) throws SQLException {
    BulkSender.Result result = sender.send(waiting);
    rows.markSent(result.taken());
    if (!result.refused().isEmpty()) {
      rows.setAside(result.refused());
      result
          .refused()
          .forEach((document, reason) ->
              LOG.error(
                  "Elasticsearch refuses {} {}, which is set aside: {}",
                  document.kind().code(),
                  document.number(),
                  reason));
    }
    if (!result.later().isEmpty()) {
      indicesSeen = false;
    }
    return result.later().isEmpty();
  }

  private void lookAfterIndices() throws SQLException {
    long now = System.nanoTime();
    if (indicesSeen && now - indicesSeenAtNs < configuration.indexCheck().toNanos()) {
      return;
    }
    try {
      indices.ensure(this::sendAllAgain);
    } catch (RowsUnavailable e) {
      throw e.failure;
    }
    indicesSeen = true;
    indicesSeenAtNs = now;
  }

  private void sendAllAgain(SearchIndex index) {
    try {
      int count = rows.markAllPending(index.kind());
      if (count > 0) {
        LOG.warn("The index {} is missing; {} documents go again", index.alias(), count);
      }
    } catch (SQLException e) {
      throw new RowsUnavailable(e);
    }
  }

  private Duration afterFailure(@Nullable String reason) {
    indicesSeen = false;
    failures++;
    if (failures == 1) {
      LOG.warn("Search documents wait: {}", reason);
    }
    long pauseMs = configuration.retryFirst().toMillis() << Math.min(failures - 1, 10);
    return Duration.ofMillis(Math.min(pauseMs, configuration.retryLast().toMillis()));
  }

  private void afterSuccess() {
    if (failures > 0) {
      LOG.info("Search documents go again, after {} failed attempts", failures);
      failures = 0;
    }
  }

  /// Carries a database failure out of the callback.
  private static final class RowsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final SQLException failure;

    RowsUnavailable(SQLException failure) {
      super(failure);
      this.failure = failure;
    }
  }
}
