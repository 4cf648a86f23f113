package cn.wufei.indexer.intake;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.document.Slices;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import cn.wufei.indexer.rows.PendingDocument;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sends documents to Elasticsearch and says what became of each.
///
/// What an index has is replaced by what has the same revision or a later one. A revision of a
/// document is one text, so sending it twice changes nothing; but after a backup was restored the
/// index may have another text under the same number, and that one must go.
@Singleton
public class BulkSender {

  private static final int CONFLICT = 409;
  private static final int NO_INDEX = 404;
  private static final int TOO_MANY = 429;

  private final Elastic elastic;
  private final IntakeConfiguration configuration;

  BulkSender(Elastic elastic, IntakeConfiguration configuration) {
    this.elastic = elastic;
    this.configuration = configuration;
  }

  /// Sends to the index in use.
  public Result send(List<PendingDocument> documents) {
    return send(documents, false);
  }

  /// Sends to the index that is filled beside it.
  public Result sendToNext(List<PendingDocument> documents) {
    return send(documents, true);
  }

  /// Sends to the index that is filled and then to the one in use, in this order: what a reader
  /// finds in the one has then reached the other, and is not missed when the alias changes.
  Result sendToBoth(List<PendingDocument> documents) {
    Result next = send(documents, true);
    List<PendingDocument> rest = new ArrayList<>(documents);
    rest.removeAll(next.later());
    Result current = send(rest, false);
    Map<PendingDocument, String> refused = new LinkedHashMap<>(next.refused());
    refused.putAll(current.refused());
    List<PendingDocument> later = new ArrayList<>(next.later());
    later.addAll(current.later());
    refused.keySet().removeAll(later);
    List<PendingDocument> taken = new ArrayList<>(current.taken());
    taken.removeAll(refused.keySet());
    return new Result(taken, refused, later, next.busy() || current.busy());
  }

  private Result send(List<PendingDocument> documents, boolean next) {
    Sorted sorted = new Sorted();
    int start = 0;
    while (start < documents.size()) {
      int end = endOfRequest(documents, start);
      sendTogether(documents.subList(start, end), next, sorted);
      start = end;
    }
    return sorted.result();
  }

  private int endOfRequest(List<PendingDocument> documents, int start) {
    long size = 0;
    int end = start;
    while (end < documents.size() && (end == start || size < configuration.batchBytes())) {
      size += documents.get(end).body().length();
      end++;
    }
    return end;
  }

  /// A request that Elasticsearch refuses as a whole is halved until the document that spoils it
  /// stands alone.
  private void sendTogether(List<PendingDocument> documents, boolean next, Sorted sorted) {
    try {
      JsonNode answer = elastic.bulk(linesOf(documents, next), configuration.requestTimeout());
      sort(documents, answer, sorted);
    } catch (SearchRejectedException e) {
      if (documents.size() == 1) {
        sorted.refused.put(documents.getFirst(), reason(e));
        return;
      }
      int middle = documents.size() / 2;
      sendTogether(documents.subList(0, middle), next, sorted);
      sendTogether(documents.subList(middle, documents.size()), next, sorted);
    }
  }

  /// A conflict means that the index has a later revision.
  private static void sort(List<PendingDocument> documents, JsonNode answer, Sorted sorted) {
    Iterator<JsonNode> items = Json.at(answer, "items").values().iterator();
    for (PendingDocument document : documents) {
      JsonNode item = Json.at(items.next(), "index");
      int status = Json.at(item, "status").getIntValue();
      if (status < 300 || status == CONFLICT) {
        sorted.taken.add(document);
      } else if (status == NO_INDEX || status == TOO_MANY || status >= 500) {
        sorted.later.add(document);
        sorted.busy |= status == TOO_MANY;
      } else {
        sorted.refused.put(document, reason(item));
      }
    }
  }

  private static String linesOf(List<PendingDocument> documents, boolean next) {
    StringBuilder lines = new StringBuilder();
    for (PendingDocument document : documents) {
      lines
          .append("{\"index\":{\"_index\":\"")
          .append(alias(document.kind(), next))
          .append("\",\"_id\":\"")
          .append(document.number())
          .append("\",\"version_type\":\"external_gte\",\"version\":")
          .append(document.revision())
          .append("}}\n");
      appendBody(lines, document);
      lines.append('\n');
    }
    return lines.toString();
  }

  /// The body with what both sides are compared by. A body that is no object goes as it is and is
  /// refused.
  private static void appendBody(StringBuilder lines, PendingDocument document) {
    String body = document.body().replace('\n', ' ').replace('\r', ' ').strip();
    if (!body.startsWith("{") || body.substring(1).stripLeading().startsWith("}")) {
      lines.append(body);
      return;
    }
    lines
        .append("{\"revision\":")
        .append(document.revision())
        .append(",\"slice\":")
        .append(Slices.of(document.number()))
        .append(',')
        .append(body, 1, body.length());
  }

  private static String alias(DocumentKind kind, boolean next) {
    SearchIndex index = SearchIndex.of(kind);
    return next ? index.nextAlias() : index.alias();
  }

  private static String reason(JsonNode item) {
    JsonNode reason = Json.find(item, "error", "reason");
    JsonNode deeper = Json.find(item, "error", "caused_by", "reason");
    String text = reason == null ? "no reason given" : reason.getStringValue();
    return deeper == null ? text : text + ": " + deeper.getStringValue();
  }

  private static String reason(SearchRejectedException e) {
    return e.status() + " " + e.getMessage();
  }

  /// @param taken the index has them
  /// @param refused the index will never take them as they are, with its reason
  /// @param later the index could not take them now
  /// @param busy it said that it has too much to do
  public record Result(
      List<PendingDocument> taken,
      Map<PendingDocument, String> refused,
      List<PendingDocument> later,
      boolean busy) {}

  private static final class Sorted {

    private final List<PendingDocument> taken = new ArrayList<>();
    private final Map<PendingDocument, String> refused = new LinkedHashMap<>();
    private final List<PendingDocument> later = new ArrayList<>();
    private boolean busy;

    Result result() {
      return new Result(taken, refused, later, busy);
    }
  }
}
