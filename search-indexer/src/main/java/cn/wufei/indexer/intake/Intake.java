package cn.wufei.indexer.intake;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.Indices;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import cn.wufei.indexer.rows.DocumentRows;
import cn.wufei.indexer.rows.IndexRows;
import cn.wufei.indexer.rows.IndexState;
import cn.wufei.indexer.rows.PendingDocument;
import cn.wufei.indexer.rows.Share;
import io.micronaut.context.annotation.Prototype;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes documents that wait to the indices, from [#start()] to [#stop()]. While Elasticsearch or
/// the database is away it tries again every few seconds; nobody else is held up by that.
///
/// Several may run, in one process or in many. They share the documents by their ids, and when two
/// send the same one no harm is done. [StartIntake] starts the one of a process.
@Prototype
class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final int WORDS_PER_SILENCE = 3;

  private final DocumentRows rows;
  private final IndexRows indexRows;
  private final Delivery delivery;
  private final Indices indices;
  private final IntakeMetrics metrics;
  private final IntakeConfiguration configuration;
  private final BatchSize batch;
  private final String name = UUID.randomUUID().toString();
  private final ExecutorService senders;
  private volatile boolean stopped;
  private @Nullable Thread worker;
  private Share share = Share.ALL;
  private long sharedAtNs;
  private boolean shared;
  private long indicesSeenAtNs;
  private boolean indicesSeen;
  private int failures;

  Intake(
      DocumentRows rows,
      IndexRows indexRows,
      Delivery delivery,
      Indices indices,
      IntakeMetrics metrics,
      IntakeConfiguration configuration) {
    this.rows = rows;
    this.indexRows = indexRows;
    this.delivery = delivery;
    this.indices = indices;
    this.metrics = metrics;
    this.configuration = configuration;
    this.batch = new BatchSize(configuration.batchDocuments());
    this.senders =
        Executors.newFixedThreadPool(
            configuration.bulksInFlight(),
            Thread.ofPlatform().name("search-sender-", 0).daemon().factory());
  }

  void start() {
    worker = Thread.ofPlatform().name("search-intake").daemon().start(this::run);
  }

  void stop() throws InterruptedException {
    stopped = true;
    Thread running = worker;
    if (running != null) {
      running.interrupt();
      running.join(STOP_LIMIT);
      leave();
    }
    senders.shutdownNow();
  }

  private void run() {
    while (!stopped) {
      try {
        Duration pause = round();
        if (!pause.isZero()) {
          Thread.sleep(pause);
        }
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /// One batch for each sender. Answers how long to wait before the next.
  private Duration round() throws InterruptedException {
    try {
      lookAfterIndices();
      tellOfItself();
      Map<DocumentKind, IndexState> states = indexRows.states();
      int limit = batch.current() * configuration.bulksInFlight();
      List<PendingDocument> waiting = rows.pending(share, limit);
      if (!deliver(waiting, states)) {
        return afterFailure("Elasticsearch is overloaded or lost an index");
      }
      afterSuccess();
      return waiting.size() < limit ? configuration.pollInterval() : Duration.ZERO;
    } catch (SearchDownException e) {
      if (e.isBusy()) {
        batch.halve();
      }
      return afterFailure(e.getMessage());
    } catch (SearchRejectedException | IllegalStateException e) {
      return afterFailure(e.getMessage());
    } catch (SQLException e) {
      return afterFailure("The database does not answer: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Documents could not be sent, which nobody foresaw", e);
      return afterFailure(e.getMessage());
    }
  }

  /// Whether all of them were taken or set aside.
  private boolean deliver(List<PendingDocument> waiting, Map<DocumentKind, IndexState> states)
      throws SQLException, InterruptedException {
    List<Future<BulkSender.Result>> underWay = new ArrayList<>();
    for (Map.Entry<DocumentKind, List<PendingDocument>> entry :
        waiting.stream().collect(Collectors.groupingBy(PendingDocument::kind)).entrySet()) {
      DocumentKind kind = entry.getKey();
      IndexState state = Objects.requireNonNull(states.get(kind), kind::code);
      for (List<PendingDocument> request : requests(entry.getValue())) {
        underWay.add(senders.submit(() -> delivery.deliver(kind, state, request)));
      }
    }
    boolean all = true;
    for (BulkSender.Result result : InFlight.resultsOf(underWay)) {
      all &= result.later().isEmpty();
      if (result.busy()) {
        batch.halve();
      } else if (!result.taken().isEmpty()) {
        batch.grow();
      }
    }
    return all;
  }

  private List<List<PendingDocument>> requests(List<PendingDocument> documents) {
    List<List<PendingDocument>> requests = new ArrayList<>();
    int size = batch.current();
    for (int start = 0; start < documents.size(); start += size) {
      requests.add(documents.subList(start, Math.min(documents.size(), start + size)));
    }
    return requests;
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

  private long sendAllAgain(SearchIndex index) {
    try {
      long generation = indexRows.beginAnew(index.kind());
      LOG.warn("There is no index {}; all its documents go again", index.alias());
      return generation;
    } catch (SQLException e) {
      throw new RowsUnavailable(e);
    }
  }

  private void tellOfItself() throws SQLException {
    long now = System.nanoTime();
    long every = configuration.instanceSilence().toNanos() / WORDS_PER_SILENCE;
    if (!shared || now - sharedAtNs > every) {
      share = indexRows.share(name, configuration.instanceSilence());
      shared = true;
      sharedAtNs = now;
    }
  }

  private void leave() {
    try {
      indexRows.leave(name);
    } catch (SQLException e) {
      LOG.debug("The others will notice by themselves that this instance has left", e);
    }
  }

  private Duration afterFailure(@Nullable String reason) {
    indicesSeen = false;
    failures++;
    metrics.failed();
    if (failures == 1) {
      LOG.warn("Search documents wait: {}", reason);
    }
    return configuration.pauseAfter(failures);
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
