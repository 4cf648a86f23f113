package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// What a search finds of a document right now, which is later than that the index took it.
@Singleton
public class Indexed {

  private final Elastic elastic;
  private final SearchConfiguration configuration;

  Indexed(Elastic elastic, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.configuration = configuration;
  }

  /// The revision in which a search finds the document; -1 when it finds none.
  ///
  /// @throws SearchDownException when the search is away
  public long revisionOf(DocumentKind kind, Id id) {
    Map<String, Object> body =
        Map.of(
            "query",
            Map.of("ids", Map.of("values", List.of(Long.toString(id.value())))),
            "version",
            true,
            "_source",
            false,
            "size",
            1);
    JsonNode answer = elastic.search(SearchIndex.of(kind), body, configuration.timeout());
    for (JsonNode hit : Json.at(answer, "hits", "hits").values()) {
      return Json.at(hit, "_version").getLongValue();
    }
    return -1;
  }
}
