package cn.wufei.exchange.search;

import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Between which values the quality parameters of the whole market lie, as they were some time ago.
/// To look at every parameter of every document with each search would take longer than all else.
@Singleton
class ParameterExtents {

  private static final Logger LOG = LoggerFactory.getLogger(ParameterExtents.class);
  private static final String MIN = ".min";

  private final Elastic elastic;
  private final MappedFields mapped;
  private final SearchConfiguration configuration;
  private final LoadingCache<SearchIndex, Map<String, Extent>> known;

  ParameterExtents(Elastic elastic, MappedFields mapped, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.mapped = mapped;
    this.configuration = configuration;
    this.known =
        Caffeine.newBuilder().refreshAfterWrite(configuration.extentsKept()).build(new Loader());
  }

  /// An end is absent where nobody states or requires one.
  record Extent(@Nullable BigDecimal least, @Nullable BigDecimal greatest) {

    static final Extent UNKNOWN = new Extent(null, null);
  }

  /// By parameter and basis, such as `moisture_wet`; those without documents are absent.
  Map<String, Extent> of(SearchIndex index) {
    Map<String, Extent> extents = known.get(index);
    if (extents.isEmpty()) {
      // No field was known: the search may have been away.
      known.invalidate(index);
    }
    return extents;
  }

  private Map<String, Extent> ask(SearchIndex index) {
    Map<String, Object> ends = new HashMap<>();
    for (String field : mapped.below(index, SearchFields.BOUNDS)) {
      String end = field.endsWith(MIN) ? "min" : "max";
      ends.put(field, Map.of(end, Map.of("field", field)));
    }
    if (ends.isEmpty()) {
      return Map.of();
    }
    JsonNode answer =
        elastic.search(
            index,
            Map.of(
                "size",
                0,
                "track_total_hits",
                false,
                "query",
                Clauses.term(SearchFields.STATUS, SearchFields.PUBLISHED),
                "aggs",
                ends),
            configuration.timeout());
    Map<String, Extent> extents = new HashMap<>();
    for (String field : ends.keySet()) {
      JsonNode value = Json.find(answer, "aggregations", field, "value");
      if (value != null && !value.isNull()) {
        BigDecimal end = value.getBigDecimalValue().stripTrailingZeros();
        String key = field.substring(SearchFields.BOUNDS.length() + 1, field.lastIndexOf('.'));
        Extent before = extents.getOrDefault(key, Extent.UNKNOWN);
        extents.put(
            key,
            field.endsWith(MIN)
                ? new Extent(end, before.greatest())
                : new Extent(before.least(), end));
      }
    }
    return Map.copyOf(extents);
  }

  private final class Loader implements CacheLoader<SearchIndex, Map<String, Extent>> {

    @Override
    public Map<String, Extent> load(SearchIndex index) {
      return ask(index);
    }

    @Override
    public Map<String, Extent> reload(SearchIndex index, Map<String, Extent> before) {
      try {
        Map<String, Extent> now = ask(index);
        return now.isEmpty() ? before : now;
      } catch (SearchDownException | SearchRejectedException e) {
        LOG.debug("The extents of parameters stay as they were known", e);
        return before;
      }
    }
  }
}
