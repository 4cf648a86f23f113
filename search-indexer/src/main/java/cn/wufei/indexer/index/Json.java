package cn.wufei.indexer.index;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads Elasticsearch's answers.
public final class Json {

  private Json() {}

  /// What lies under the names, one below the other.
  ///
  /// @throws IllegalStateException when it is not there, as the protocol promises it is
  public static JsonNode at(JsonNode node, String... names) {
    JsonNode found = find(node, names);
    if (found == null) {
      throw new IllegalStateException("an answer has no " + String.join(".", names));
    }
    return found;
  }

  /// The hits of a search or of `top_hits`, in their order.
  public static List<JsonNode> hits(JsonNode answer) {
    List<JsonNode> hits = new ArrayList<>();
    at(answer, "hits", "hits").values().forEach(hits::add);
    return hits;
  }

  /// How many documents meet the query of a search, as far as it was told to count.
  public static long total(JsonNode answer) {
    return at(answer, "hits", "total", "value").getLongValue();
  }

  /// The first of the values under the names.
  ///
  /// @throws IllegalStateException when there is none
  public static JsonNode first(JsonNode node, String... names) {
    for (JsonNode value : at(node, names).values()) {
      return value;
    }
    throw new IllegalStateException("an answer has nothing in " + String.join(".", names));
  }

  public static @Nullable JsonNode find(JsonNode node, String... names) {
    JsonNode found = node;
    for (String name : names) {
      found = found.get(name);
      if (found == null || found.isNull()) {
        return null;
      }
    }
    return found;
  }
}
