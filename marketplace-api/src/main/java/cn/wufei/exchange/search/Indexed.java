package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What a search finds of documents right now, which is later than that the index took it.
@Singleton
public class Indexed {

  private final Elastic elastic;
  private final SearchConfiguration configuration;

  Indexed(Elastic elastic, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.configuration = configuration;
  }

  /// The revisions in which a search finds documents; absent are those that it does not find.
  ///
  /// @throws SearchDownException when the search is away
  public Map<Id, Long> revisionsOf(DocumentKind kind, Collection<Id> ids) {
    Map<Id, Long> revisions = new HashMap<>();
    if (ids.isEmpty()) {
      return revisions;
    }
    Map<String, Object> body =
        Map.of(
            "query",
            Map.of(
                "ids",
                Map.of("values", ids.stream().map(id -> Long.toString(id.value())).toList())),
            "version",
            true,
            "_source",
            false,
            "track_total_hits",
            false,
            "size",
            ids.size());
    JsonNode answer = elastic.search(SearchIndex.of(kind), body, configuration.timeout());
    for (JsonNode hit : Json.hits(answer)) {
      revisions.put(
          Id.of(Long.parseLong(Json.at(hit, "_id").getStringValue())),
          Json.at(hit, "_version").getLongValue());
    }
    return revisions;
  }
}
