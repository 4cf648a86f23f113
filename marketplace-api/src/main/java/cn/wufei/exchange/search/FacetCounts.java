package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.indexer.document.MatchPart;
import cn.wufei.indexer.document.ParameterRange;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks for facets, and reads them.
@Singleton
class FacetCounts {

  private static final int VALUES_MAX = 50;
  private static final int REGIONS_MAX = 200;
  private static final int MATERIALS_MAX = 200;
  private static final int PARAMETERS_MAX = 60;
  private static final String MOISTURE = "moisture";
  private static final String COUNTED = "counted";
  private static final MatchPart.Bounds OPEN = new MatchPart.Bounds(null, null);
  private static final List<Long> QUANTITY_BOUNDS_KG =
      List.of(100_000L, 1_000_000L, 10_000_000L, 100_000_000L);
  private static final List<Long> PRICE_BOUNDS = List.of(-50L, 0L, 20L, 50L, 100L, 200L, 500L);
  private static final List<Long> MOISTURE_BOUNDS = List.of(5L, 8L, 10L, 12L, 15L, 20L);
  private static final Comparator<Facets.Count> MOST_FIRST =
      Comparator.comparingLong(Facets.Count::count).reversed().thenComparing(Facets.Count::key);

  private final Catalog catalog;
  private final ParameterExtents extents;

  FacetCounts(Catalog catalog, ParameterExtents extents) {
    this.catalog = catalog;
    this.extents = extents;
  }

  /// The aggregations of a search whose query is [Limits#queryBeforeFacets].
  Map<String, Object> aggregations(Target target, Limits limits) {
    Map<String, Object> all = new HashMap<>();
    all.put("materials", among(limits, Set.of("material"), terms(target.material(), VALUES_MAX)));
    all.put("classes", among(limits, Set.of("classCode"), terms(target.wasteClass(), VALUES_MAX)));
    all.put("regions", among(limits, Set.of("adcode"), terms(SearchFields.ADCODE, REGIONS_MAX)));
    all.put(
        "uses",
        among(
            limits,
            Set.of("use"),
            target == Target.LOTS
                ? terms(target.material(), MATERIALS_MAX)
                : terms(SearchFields.USE, VALUES_MAX)));
    if (target == Target.LOTS) {
      all.put(
          "quantityKinds",
          among(limits, Set.of("quantityKind"), terms(SearchFields.QUANTITY_KIND, VALUES_MAX)));
    }
    all.put(
        "quantities",
        among(
            limits,
            Set.of("minQuantityKg", "maxQuantityKg"),
            ranges(target.quantity(), QUANTITY_BOUNDS_KG)));
    all.put(
        "prices",
        among(
            limits,
            Set.of("minPriceYuanPerT", "maxPriceYuanPerT"),
            ranges(target.price(), PRICE_BOUNDS)));
    Set<String> quality = Set.of("quality");
    all.put("parameters", among(limits, quality, terms(SearchFields.PARAMETERS, PARAMETERS_MAX)));
    all.put("moistures", among(limits, quality, ranges(moistureField(), MOISTURE_BOUNDS)));
    return all;
  }

  Facets read(Target target, JsonNode aggregations) {
    List<Facets.Count> uses = counts(aggregations, "uses");
    return new Facets(
        counts(aggregations, "materials"),
        counts(aggregations, "classes"),
        withCities(counts(aggregations, "regions")),
        target == Target.LOTS ? counts(aggregations, "quantityKinds") : List.of(),
        target == Target.LOTS ? allowedUses(uses) : uses,
        buckets(Json.at(aggregations, "quantities", COUNTED), QUANTITY_BOUNDS_KG),
        buckets(Json.at(aggregations, "prices", COUNTED), PRICE_BOUNDS),
        buckets(Json.at(aggregations, "moistures", COUNTED), MOISTURE_BOUNDS),
        parameters(target, aggregations));
  }

  private static Map<String, Object> among(
      Limits limits, Set<String> own, Map<String, Object> counted) {
    List<Map<String, Object>> others = limits.facetClausesBut(own);
    return Map.of(
        "filter",
        others.isEmpty() ? Map.of("match_all", Map.of()) : Clauses.all(others),
        "aggs",
        Map.of(COUNTED, counted));
  }

  private static Map<String, Object> terms(String field, int size) {
    return Map.of("terms", Map.of("field", field, "size", size));
  }

  private static Map<String, Object> ranges(String field, List<Long> bounds) {
    List<Map<String, Object>> ranges = new ArrayList<>();
    ranges.add(Map.of("to", bounds.getFirst()));
    for (int i = 0; i + 1 < bounds.size(); i++) {
      ranges.add(Map.of("from", bounds.get(i), "to", bounds.get(i + 1)));
    }
    ranges.add(Map.of("from", bounds.getLast()));
    return Map.of("range", Map.of("field", field, "ranges", ranges));
  }

  private String moistureField() {
    Parameter moisture = catalog.parameter(MOISTURE);
    String basis = moisture == null ? "wet" : moisture.basis();
    return SearchFields.BOUNDS + "." + MatchPart.key(MOISTURE, basis) + ".max";
  }

  private static List<Facets.Count> counts(JsonNode aggregations, String name) {
    List<Facets.Count> counts = new ArrayList<>();
    for (JsonNode bucket : Json.at(aggregations, name, COUNTED, "buckets").values()) {
      counts.add(new Facets.Count(Json.at(bucket, "key").getStringValue(), countOf(bucket)));
    }
    return counts;
  }

  private static List<Facets.Count> withCities(List<Facets.Count> districts) {
    Map<String, Long> all = new LinkedHashMap<>();
    for (Facets.Count district : districts) {
      all.merge(district.key(), district.count(), Long::sum);
      String city = Divisions.cityOf(district.key());
      if (!city.equals(district.key())) {
        all.merge(city, district.count(), Long::sum);
      }
    }
    return mostFirst(all);
  }

  private List<Facets.Count> allowedUses(List<Facets.Count> materials) {
    Map<String, Long> uses = new LinkedHashMap<>();
    for (String use : catalog.uses()) {
      Collection<String> allowed = catalog.materialsAllowedIn(use);
      long count =
          materials.stream()
              .filter(material -> allowed.contains(material.key()))
              .mapToLong(Facets.Count::count)
              .sum();
      if (count > 0) {
        uses.put(use, count);
      }
    }
    return mostFirst(uses);
  }

  private static List<Facets.Count> mostFirst(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Facets.Count(entry.getKey(), entry.getValue()))
        .sorted(MOST_FIRST)
        .toList();
  }

  private static List<Facets.Bucket> buckets(JsonNode ranges, List<Long> bounds) {
    Iterator<JsonNode> counted = Json.at(ranges, "buckets").values().iterator();
    List<Facets.Bucket> buckets = new ArrayList<>();
    for (int i = 0; i <= bounds.size() && counted.hasNext(); i++) {
      buckets.add(
          new Facets.Bucket(
              i == 0 ? null : bounds.get(i - 1),
              i == bounds.size() ? null : bounds.get(i),
              countOf(counted.next())));
    }
    return buckets;
  }

  private List<Facets.Parameter> parameters(Target target, JsonNode aggregations) {
    Map<String, ParameterExtents.Extent> known = extents.of(target.index());
    return counts(aggregations, "parameters").stream()
        .map(counted -> {
          ParameterRange range = MatchPart.range(counted.key(), OPEN);
          ParameterExtents.Extent extent =
              known.getOrDefault(counted.key(), ParameterExtents.Extent.UNKNOWN);
          return new Facets.Parameter(
              range.parameter(), range.basis(), counted.count(), extent.least(), extent.greatest());
        })
        .toList();
  }

  private static long countOf(JsonNode bucket) {
    return Json.at(bucket, "doc_count").getLongValue();
  }
}
