package cn.wufei.exchange.search;

import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index as it was, for those who turn pages: points in time of Elasticsearch.
///
/// One is opened when a first page has another behind it, and everybody who needs one within the
/// same second shares it, because the index shows changes only once a second anyway. So there are
/// never more than one a second and index, however many search; each lives some minutes after its
/// last use.
@Singleton
class Snapshots {

  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
  private static final long SHARED_NS = Duration.ofSeconds(1).toNanos();

  private final Elastic elastic;
  private final SearchConfiguration configuration;
  private final Map<SearchIndex, Opened> last = new EnumMap<>(SearchIndex.class);

  Snapshots(Elastic elastic, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.configuration = configuration;
  }

  /// The id of a snapshot of this moment; nothing when Elasticsearch gives none, for then pages are
  /// turned without.
  @Nullable String take(SearchIndex index) {
    synchronized (last) {
      Opened opened = last.get(index);
      if (opened != null && System.nanoTime() - opened.atNs() < SHARED_NS) {
        return opened.id();
      }
    }
    String id = open(index);
    synchronized (last) {
      last.put(index, new Opened(id, System.nanoTime()));
    }
    return id;
  }

  /// Searches a snapshot, or the index as it is now where none is given. A snapshot that is gone,
  /// because its time is over or its index was replaced, is no reason not to go on: then the index
  /// as it is now is searched too.
  Answer search(SearchIndex index, Map<String, Object> body, @Nullable String snapshot) {
    if (snapshot != null) {
      try {
        Map<String, Object> inSnapshot = new HashMap<>(body);
        inSnapshot.put("pit", Map.of("id", snapshot, "keep_alive", keepAlive()));
        JsonNode answer =
            elastic.post(
                "/_search?allow_partial_search_results=false", inSnapshot, configuration.timeout());
        JsonNode renewed = Json.find(answer, "pit_id");
        return new Answer(answer, renewed == null ? snapshot : renewed.getStringValue());
      } catch (SearchDownException e) {
        LOG.debug("A snapshot of the index is gone", e);
      }
    }
    return new Answer(elastic.search(index, body, configuration.timeout()), null);
  }

  private @Nullable String open(SearchIndex index) {
    try {
      return Json.at(
              elastic.post(
                  "/" + index.alias() + "/_pit?keep_alive=" + keepAlive(),
                  Map.of(),
                  configuration.timeout()),
              "id")
          .getStringValue();
    } catch (SearchDownException | SearchRejectedException e) {
      LOG.debug("No snapshot of the index", e);
      return null;
    }
  }

  private String keepAlive() {
    return configuration.snapshotLifetime().toSeconds() + "s";
  }

  /// @param snapshot the one that it came from
  record Answer(JsonNode body, @Nullable String snapshot) {}

  private record Opened(@Nullable String id, long atNs) {}
}
