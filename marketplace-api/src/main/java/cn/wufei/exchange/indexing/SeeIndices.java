package cn.wufei.exchange.indexing;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How it stands with the indices. What the database knows is told also while Elasticsearch is
/// away.
@Singleton
class SeeIndices {

  private final IndexingViews views;
  private final Elastic elastic;
  private final FreshnessSettings settings;

  SeeIndices(IndexingViews views, Elastic elastic, FreshnessSettings settings) {
    this.views = views;
    this.elastic = elastic;
    this.settings = settings;
  }

  List<IndexStatus> all() {
    return views.all().stream()
        .map(status -> status.withIndexed(indexed(DocumentKind.ofCode(status.kind()))))
        .toList();
  }

  private @Nullable Long indexed(DocumentKind kind) {
    try {
      String path = "/" + SearchIndex.of(kind).alias() + "/_count";
      return Json.at(elastic.get(path, settings.timeout()), "count").getLongValue();
    } catch (SearchDownException _) {
      return null;
    }
  }
}
