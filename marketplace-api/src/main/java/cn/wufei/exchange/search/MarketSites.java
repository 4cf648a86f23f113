package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Place;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the sites of the market lie, as the index knows them. They are far fewer than documents,
/// so what freight adds is reckoned for each of them.
///
/// What is known is some time old: [#zones] always has one more zone, for sites that are new. A
/// site keeps its place for good.
@Singleton
class MarketSites {

  private static final Logger LOG = LoggerFactory.getLogger(MarketSites.class);

  /// Those of even more sites count as new; with the most documents come first.
  private static final int SITES_MAX = 10_000;

  private static final String SITES = "sites";
  private static final String ONE = "one";

  private final Elastic elastic;
  private final SearchConfiguration configuration;
  private final LoadingCache<SearchIndex, List<Zone.Site>> known;

  MarketSites(Elastic elastic, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.configuration = configuration;
    this.known =
        Caffeine.newBuilder().refreshAfterWrite(configuration.sitesKept()).build(new Loader());
  }

  /// The whole market in zones around a place.
  ///
  /// @param count how many zones at most
  /// @throws SearchDownException when the search is away
  List<Zone> zones(SearchIndex index, Place place, int count) {
    return Zone.around(place, known.get(index), count);
  }

  private List<Zone.Site> ask(SearchIndex index) {
    Map<String, Object> one =
        Map.of("size", 1, "_source", List.of(SearchFields.LOCATION, SearchFields.SITE_MODES));
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
                Map.of(
                    SITES,
                    Map.of(
                        "terms",
                        Map.of("field", SearchFields.SITE_ID, "size", SITES_MAX),
                        "aggs",
                        Map.of(ONE, Map.of("top_hits", one))))),
            configuration.timeout());
    Map<String, Zone.Site> sites = new HashMap<>();
    for (JsonNode bucket : Json.at(answer, "aggregations", SITES, "buckets").values()) {
      String id = Json.at(bucket, "key").getStringValue();
      StreamSupport.stream(Json.at(bucket, ONE, "hits", "hits").values().spliterator(), false)
          .findFirst()
          .map(hit -> Target.placeOf(Json.at(hit, "_source")))
          .ifPresent(place -> sites.put(id, new Zone.Site(id, place)));
    }
    return List.copyOf(sites.values());
  }

  private final class Loader implements CacheLoader<SearchIndex, List<Zone.Site>> {

    @Override
    public List<Zone.Site> load(SearchIndex index) {
      return ask(index);
    }

    @Override
    public List<Zone.Site> reload(SearchIndex index, List<Zone.Site> before) {
      try {
        return ask(index);
      } catch (SearchDownException | SearchRejectedException e) {
        LOG.debug("The sites of the market stay as they were known", e);
        return before;
      }
    }
  }
}
