package cn.wufei.indexer.index;

import io.micronaut.json.tree.JsonNode;
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
