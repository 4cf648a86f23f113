package cn.wufei.indexer.upkeep;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.intake.BatchSize;
import cn.wufei.indexer.intake.BulkSender;
import cn.wufei.indexer.intake.InFlight;
import cn.wufei.indexer.intake.IntakeConfiguration;
import cn.wufei.indexer.rows.DocumentRows;
import cn.wufei.indexer.rows.IndexRows;
import cn.wufei.indexer.rows.PendingDocument;
import cn.wufei.indexer.rows.UpkeepState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sends all documents of a kind to the index that is filled, in the order of their ids. While some
/// are on their way the next are read; how far all are taken is kept after each request.
@Singleton
class Scan {

  /// While Elasticsearch says that it has too much to do.
  private static final int ATTEMPTS_MAX = 60;

  /// Otherwise: the index may be lost, and until that is noticed nobody's writes are taken.
  private static final int BLIND_ATTEMPTS_MAX = 3;

  private final DocumentRows rows;
  private final IndexRows indexRows;
  private final BulkSender sender;
  private final IntakeConfiguration configuration;

  Scan(
      DocumentRows rows,
      IndexRows indexRows,
      BulkSender sender,
      IntakeConfiguration configuration) {
    this.rows = rows;
    this.indexRows = indexRows;
    this.sender = sender;
    this.configuration = configuration;
  }

  void run(DocumentKind kind, UpkeepState from, Lease lease) throws SQLException {
    BatchSize size = new BatchSize(configuration.batchDocuments());
    long generation = indexRows.state(kind).generation();
    try (ExecutorService senders =
        Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("search-scan-", 0).daemon().factory())) {
      Deque<Sending> underWay = new ArrayDeque<>();
      Progress progress = new Progress(from.scanned(), from.scannedTo());
      long readTo = from.scannedTo();
      List<PendingDocument> read = rows.after(kind, readTo, size.current());
      while (!read.isEmpty() || !underWay.isEmpty()) {
        if (!read.isEmpty()) {
          List<PendingDocument> request = read;
          underWay.add(
              new Sending(request, senders.submit(() -> deliver(kind, generation, request, size))));
          readTo = read.getLast().number();
          read = rows.after(kind, readTo, size.current());
        }
        if (underWay.size() >= configuration.bulksInFlight() || read.isEmpty()) {
          progress = progress.and(taken(underWay.remove()));
          lease.scanned(progress.count(), progress.to());
        }
      }
    }
  }

  private static List<PendingDocument> taken(Sending sending) throws SQLException {
    try {
      InFlight.resultOf(sending.result());
      return sending.documents();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("the process ends");
    }
  }

  /// Sends until all are taken or set aside.
  private int deliver(
      DocumentKind kind, long generation, List<PendingDocument> documents, BatchSize size)
      throws SQLException, InterruptedException {
    List<PendingDocument> rest = documents;
    for (int attempt = 1; ; attempt++) {
      BulkSender.Result result = sender.sendToNext(rest);
      if (!result.refused().isEmpty()) {
        rows.setAside(kind, generation, result.refused());
      }
      if (result.later().isEmpty()) {
        size.grow();
        return documents.size();
      }
      if (result.busy()) {
        size.halve();
      }
      if (attempt == (result.busy() ? ATTEMPTS_MAX : BLIND_ATTEMPTS_MAX)) {
        throw new SearchDownException("Elasticsearch does not take documents");
      }
      rest = result.later();
      Thread.sleep(configuration.pauseAfter(attempt));
    }
  }

  private record Sending(List<PendingDocument> documents, Future<Integer> result) {}

  private record Progress(long count, long to) {

    Progress and(List<PendingDocument> taken) {
      return new Progress(count + taken.size(), taken.getLast().number());
    }
  }
}
