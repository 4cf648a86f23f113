package cn.wufei.indexer.intake;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.rows.DocumentRows;
import cn.wufei.indexer.rows.IndexState;
import cn.wufei.indexer.rows.PendingDocument;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one request's documents to the indices that get every write, and keeps what became of
/// them.
@Singleton
class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final DocumentRows rows;
  private final BulkSender sender;
  private final IntakeMetrics metrics;

  Delivery(DocumentRows rows, BulkSender sender, IntakeMetrics metrics) {
    this.rows = rows;
    this.sender = sender;
    this.metrics = metrics;
  }

  /// @param state as it was before the documents were sent; see [DocumentRows#markSent]
  BulkSender.Result deliver(DocumentKind kind, IndexState state, List<PendingDocument> documents)
      throws SQLException {
    BulkSender.Result result =
        state.target() == null ? sender.send(documents) : sender.sendToBoth(documents);
    metrics.sent(rows.markSent(kind, state.generation(), result.taken()));
    if (!result.refused().isEmpty()) {
      rows.setAside(kind, state.generation(), result.refused());
      metrics.setAside(result.refused().size());
      result
          .refused()
          .forEach((document, reason) ->
              LOG.error(
                  "Elasticsearch refuses {} {}, which is set aside: {}",
                  document.kind().code(),
                  document.number(),
                  reason));
    }
    return result;
  }
}
