package cn.wufei.exchange.search;

import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which of the fields that come with the documents an index has by now. Elasticsearch refuses to
/// rank by a field that no document has had yet. The answer is kept for a while: what is missing in
/// it is left out of a ranking, and what is no longer true is refused once and asked for again.
@Singleton
public class MappedFields {

  private static final Duration KEPT = Duration.ofSeconds(30);

  private final Elastic elastic;
  private final SearchConfiguration configuration;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  MappedFields(Elastic elastic, SearchConfiguration configuration, Clock clock) {
    this.elastic = elastic;
    this.configuration = configuration;
    this.clock = clock;
  }

  private record Known(Set<String> names, Instant until) {

    Known {
      names = Set.copyOf(names);
    }
  }

  /// Full names of the fields below a path; none while the search is away.
  public Set<String> below(SearchIndex index, String path) {
    String key = index.alias() + "/" + path;
    Instant now = Instant.now(clock);
    Known last = known.get(key);
    if (last != null && now.isBefore(last.until())) {
      return last.names();
    }
    try {
      Set<String> names = ask(index, path);
      known.put(key, new Known(names, now.plus(KEPT)));
      return names;
    } catch (SearchDownException _) {
      return Set.of();
    }
  }

  /// Asks again next time.
  public void forget() {
    known.clear();
  }

  private Set<String> ask(SearchIndex index, String path) {
    JsonNode answer =
        elastic.get(
            "/" + index.alias() + "/_mapping/field/" + path + ".*", configuration.timeout());
    Set<String> names = new HashSet<>();
    for (JsonNode each : answer.values()) {
      JsonNode mappings = each.get("mappings");
      if (mappings != null) {
        mappings.entries().forEach(entry -> names.add(entry.getKey()));
      }
    }
    return names;
  }
}
