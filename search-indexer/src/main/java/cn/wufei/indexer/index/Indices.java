package cn.wufei.indexer.index;

import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes, exchanges and removes indices.
@Singleton
public class Indices {

  private static final Logger LOG = LoggerFactory.getLogger(Indices.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// As the definitions have it.
  private static final String REFRESH_INTERVAL = "1s";

  private final Elastic elastic;

  Indices(Elastic elastic) {
    this.elastic = elastic;
  }

  /// Creates each index that is missing, be it new or lost.
  ///
  /// @param beforeCreation runs before a missing index is created, marks its documents as to be
  ///   sent and answers the new generation. Were they marked afterwards, a halt between the two
  ///   would leave an index that stays empty.
  public void ensure(ToLongFunction<SearchIndex> beforeCreation) {
    for (SearchIndex index : SearchIndex.values()) {
      if (behind(index.alias()) == null) {
        createInUse(index, beforeCreation.applyAsLong(index));
      }
    }
  }

  /// The index behind an alias; null when there is none.
  public @Nullable String behind(String alias) {
    JsonNode found = elastic.get("/_alias/" + alias + "*?ignore_unavailable=true", LIMIT);
    return aliasesByIndex(found).entrySet().stream()
        .filter(entry -> entry.getValue().contains(alias))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /// All indices of a kind, and the aliases of each.
  public Map<String, Set<String>> all(SearchIndex index) {
    return aliasesByIndex(elastic.get("/" + index.alias() + "-*/_alias", LIMIT));
  }

  /// Makes the index that is to follow, empty and not refreshed until it is filled; what was begun
  /// and left before is removed.
  public void createNext(SearchIndex index, String name) {
    String leftover = behind(index.nextAlias());
    if (leftover != null) {
      delete(leftover);
    }
    delete(name);
    create(index, name, "{\"" + index.nextAlias() + "\": {}}");
    setRefresh(name, "-1");
    LOG.info("Created the index {} to be filled", name);
  }

  /// What was sent until now can be found when this returns.
  public void refresh(String alias, Duration limit) {
    elastic.ask("POST", "/" + alias + "/_refresh", (Map<String, ?>) null, limit);
  }

  /// Has the index behind an alias refreshed as its definition says.
  public void refreshByItself(String alias) {
    setRefresh(alias, REFRESH_INTERVAL);
  }

  /// Has the index behind an alias show no more than it shows now.
  public void freeze(String alias) {
    setRefresh(alias, "-1");
  }

  /// From one moment to the next the alias means the index that was filled. Does nothing when that
  /// has happened, and fails when another index is being filled by now.
  public void exchange(SearchIndex index, String from, String to) {
    List<Map<String, Object>> actions =
        List.of(
            Map.of("remove", Map.of("index", to, "alias", index.nextAlias(), "must_exist", true)),
            Map.of("remove", Map.of("index", from, "alias", index.alias(), "must_exist", true)),
            Map.of("add", Map.of("index", to, "alias", index.alias(), "is_write_index", true)));
    elastic.post("/_aliases", Map.of("actions", actions), LIMIT);
    LOG.info("{} means {} from now on, and no longer {}", index.alias(), to, from);
  }

  public void delete(String name) {
    elastic.ask("DELETE", "/" + name + "?ignore_unavailable=true", (Map<String, ?>) null, LIMIT);
  }

  private void createInUse(SearchIndex index, long generation) {
    String name = index.indexName(generation);
    try {
      create(index, name, "{\"" + index.alias() + "\": {\"is_write_index\": true}}");
      LOG.info("Created the index {}", name);
    } catch (SearchRejectedException e) {
      if (behind(index.alias()) == null) {
        throw e;
      }
      LOG.info("Another instance created the index behind {}", index.alias());
    }
  }

  private void create(SearchIndex index, String name, String aliases) {
    String definition = index.definition();
    elastic.ask(
        "PUT", "/" + name, "{\"aliases\": " + aliases + ", " + definition.substring(1), LIMIT);
  }

  private void setRefresh(String name, String interval) {
    elastic.ask(
        "PUT", "/" + name + "/_settings", Map.of("index.refresh_interval", interval), LIMIT);
  }

  private static Map<String, Set<String>> aliasesByIndex(JsonNode answer) {
    Map<String, Set<String>> indices = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : answer.entries()) {
      Set<String> names = new TreeSet<>();
      JsonNode aliases = entry.getValue().get("aliases");
      if (aliases != null) {
        aliases.entries().forEach(alias -> names.add(alias.getKey()));
      }
      indices.put(entry.getKey(), names);
    }
    return indices;
  }
}
