package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Haul;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of documents, as Elasticsearch gave them.
///
/// @param help when there is nothing at all
record Found(
    List<Hit> hits,
    long total,
    @Nullable Facets facets,
    @Nullable String next,
    @Nullable SearchHelp help) {

  Found {
    hits = List.copyOf(hits);
  }

  /// @param haul to or from the caller's site, when one was named
  /// @param highlight HTML: text of the document, escaped, with the words found in `mark` elements
  /// @param fit in the order by match
  record Hit(
      JsonNode source,
      @Nullable Haul haul,
      @Nullable String highlight,
      MatchOrder.@Nullable Rank fit) {}
}
