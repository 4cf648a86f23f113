package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gathers what a search finds into the cells of a map: tiles of the web's usual projection, some
/// zoom levels finer than the map itself.
@Singleton
class Clusters {

  private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);
  private static final int FINER = 4;
  private static final String CELLS = "cells";
  private static final String ONE = "one";

  private final Elastic elastic;
  private final SearchLimits limits;
  private final SearchConfiguration configuration;

  Clusters(Elastic elastic, SearchLimits limits, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.limits = limits;
    this.configuration = configuration;
  }

  Outcome<ClusterMap> map(
      Target target, SearchRequest request, @Nullable Standpoint caller, Circle circle, int zoom) {
    Box box = request.box() == null ? null : Box.parse(request.box());
    if (box == null) {
      return Outcome.refused(SearchRefusal.BOX_NEEDED, "box");
    }
    boolean needsPlace = request.maxCost() != null || request.radiusKm() != null;
    if (needsPlace && caller == null) {
      return Outcome.refused(SearchRefusal.SITE_NEEDED, "siteId");
    }
    try {
      return limits.of(target, request, caller, circle).map(all -> cells(target, all, box, zoom));
    } catch (SearchDownException e) {
      LOG.debug("Search is away", e);
      return SearchRefusal.unavailable();
    }
  }

  private ClusterMap cells(Target target, Limits limits, Box box, int zoom) {
    Map<String, Object> tiles =
        Map.of(
            "field",
            SearchFields.LOCATION,
            "precision",
            zoom + FINER,
            "size",
            configuration.clustersMax(),
            "bounds",
            box.sides());
    Map<String, Object> inside =
        Map.of(
            "kg",
            Map.of("sum", Map.of("field", target.quantity())),
            "middle",
            Map.of("geo_centroid", Map.of("field", SearchFields.LOCATION)),
            ONE,
            Map.of("top_hits", Map.of("size", 1, "_source", List.of(SearchFields.ID, "title"))));
    JsonNode answer =
        elastic.search(
            target.index(),
            Map.of(
                "size",
                0,
                "track_total_hits",
                true,
                "query",
                Clauses.all(limits.clauses()),
                "aggs",
                Map.of(CELLS, Map.of("geotile_grid", tiles, "aggs", inside))),
            configuration.timeout());
    List<ClusterMap.Cluster> clusters = new ArrayList<>();
    for (JsonNode cell : Json.at(answer, "aggregations", CELLS, "buckets").values()) {
      clusters.add(cluster(cell));
    }
    return new ClusterMap(clusters, Json.total(answer));
  }

  private static ClusterMap.Cluster cluster(JsonNode cell) {
    long count = Json.at(cell, "doc_count").getLongValue();
    JsonNode middle = Json.at(cell, "middle", "location");
    JsonNode only = null;
    if (count == 1) {
      only = Json.hits(Json.at(cell, ONE)).getFirst();
    }
    return new ClusterMap.Cluster(
        boxOf(Json.at(cell, "key").getStringValue()),
        Json.at(middle, "lat").getDoubleValue(),
        Json.at(middle, "lon").getDoubleValue(),
        count,
        Json.at(cell, "kg", "value").getBigDecimalValue().longValue(),
        only == null ? null : Json.at(only, "_source", SearchFields.ID).getStringValue(),
        only == null ? null : Json.at(only, "_source", "title").getStringValue());
  }

  /// The sides of the tile `zoom/x/y`.
  static String boxOf(String tile) {
    String[] parts = tile.split("/", 3);
    int zoom = Integer.parseInt(parts[0]);
    long x = Long.parseLong(parts[1]);
    long y = Long.parseLong(parts[2]);
    double tiles = Math.scalb(1.0, zoom);
    return String.format(
        Locale.ROOT,
        "%.7f,%.7f,%.7f,%.7f",
        x / tiles * 360 - 180,
        latitude((y + 1) / tiles),
        (x + 1) / tiles * 360 - 180,
        latitude(y / tiles));
  }

  private static double latitude(double part) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * part))));
  }
}
