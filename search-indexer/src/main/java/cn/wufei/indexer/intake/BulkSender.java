package cn.wufei.indexer.intake;

import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sends documents to Elasticsearch and says what became of each.
@Singleton
class BulkSender {

  private static final int CONFLICT = 409;
  private static final int NO_INDEX = 404;
  private static final int TOO_MANY = 429;

  private final Elastic elastic;
  private final IntakeConfiguration configuration;

  BulkSender(Elastic elastic, IntakeConfiguration configuration) {
    this.elastic = elastic;
    this.configuration = configuration;
  }

  /// A request that Elasticsearch refuses as a whole is halved until the document that spoils it
  /// stands alone.
  Result send(List<PendingDocument> documents) {
    Result result = new Result(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    int start = 0;
    while (start < documents.size()) {
      int end = endOfRequest(documents, start);
      sendTogether(documents.subList(start, end), result);
      start = end;
    }
    return result;
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

  private void sendTogether(List<PendingDocument> documents, Result result) {
    try {
      JsonNode answer = elastic.bulk(linesOf(documents), configuration.requestTimeout());
      sort(documents, answer, result);
    } catch (SearchRejectedException e) {
      if (documents.size() == 1) {
        result.refused().put(documents.getFirst(), reason(e));
        return;
      }
      int middle = documents.size() / 2;
      sendTogether(documents.subList(0, middle), result);
      sendTogether(documents.subList(middle, documents.size()), result);
    }
  }

  /// A conflict means that the index has this revision or a later one.
  private static void sort(List<PendingDocument> documents, JsonNode answer, Result result) {
    Iterator<JsonNode> items = Json.at(answer, "items").values().iterator();
    for (PendingDocument document : documents) {
      JsonNode item = Json.at(items.next(), "index");
      int status = Json.at(item, "status").getIntValue();
      if (status < 300 || status == CONFLICT) {
        result.taken().add(document);
      } else if (status == NO_INDEX || status == TOO_MANY || status >= 500) {
        result.later().add(document);
      } else {
        result.refused().put(document, reason(item));
      }
    }
  }

  private static String linesOf(List<PendingDocument> documents) {
    StringBuilder lines = new StringBuilder();
    for (PendingDocument document : documents) {
      lines
          .append("{\"index\":{\"_index\":\"")
          .append(SearchIndex.of(document.kind()).alias())
          .append("\",\"_id\":\"")
          .append(document.number())
          .append("\",\"version_type\":\"external\",\"version\":")
          .append(document.revision())
          .append("}}\n")
          .append(document.body().replace('\n', ' ').replace('\r', ' '))
          .append('\n');
    }
    return lines.toString();
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
  record Result(
      List<PendingDocument> taken,
      Map<PendingDocument, String> refused,
      List<PendingDocument> later) {}
}
