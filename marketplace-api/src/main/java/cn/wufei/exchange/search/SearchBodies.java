package cn.wufei.exchange.search;

import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parts of a request to Elasticsearch that say what is shown of the documents, and in which
/// order.
final class SearchBodies {

  private static final int FRAGMENT_LENGTH = 120;
  static final List<String> HIGHLIGHTED = List.of("title", "description");

  private SearchBodies() {}

  /// What every page of documents asks for. Names of the material serve to find, not to show.
  static Map<String, Object> page(Limits limits, int size) {
    Map<String, Object> body = new HashMap<>();
    body.put("size", size);
    body.put("_source", Map.of("excludes", List.of("aliases")));
    if (limits.sought() != null) {
      body.put("highlight", highlight(limits.sought().marked()));
    }
    return body;
  }

  /// The last key is unique, so that no two documents are at the same place.
  static List<Object> sort(Target target, SearchQuery query) {
    Map<String, Object> last = Map.of(SearchFields.ID, "asc");
    return switch (query.sort()) {
      case RELEVANCE -> List.of("_score", last);
      case QUANTITY -> List.of(Map.of(target.quantity(), "desc"), last);
      case PRICE -> List.of(Map.of(target.price(), target.cheapestFirst() ? "asc" : "desc"), last);
      case NEWEST -> List.of(Map.of(SearchFields.PUBLISHED_AT, "desc"), last);
      case DISTANCE, DELIVERED, MATCH ->
          List.of(Clauses.byDistance(Objects.requireNonNull(query.caller()).place().point()), last);
    };
  }

  static @Nullable String highlightOf(JsonNode hit) {
    JsonNode fields = Json.find(hit, "highlight");
    if (fields == null) {
      return null;
    }
    for (String field : HIGHLIGHTED) {
      JsonNode fragments = fields.get(field);
      if (fragments != null && fragments.size() > 0) {
        return fragments.values().iterator().next().getStringValue();
      }
    }
    return null;
  }

  private static Map<String, Object> highlight(Map<String, Object> marked) {
    return Map.of(
        "highlight_query",
        marked,
        "encoder",
        "html",
        "pre_tags",
        List.of("<mark>"),
        "post_tags",
        List.of("</mark>"),
        "number_of_fragments",
        1,
        "fragment_size",
        FRAGMENT_LENGTH,
        "require_field_match",
        false,
        "fields",
        HIGHLIGHTED.stream().map(field -> Map.of(field, Map.of())).toList());
  }
}
