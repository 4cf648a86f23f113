package cn.wufei.exchange.search;

import cn.wufei.indexer.document.GeoPoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The few clauses of Elasticsearch's query language that the exchange uses.
public final class Clauses {

  private Clauses() {}

  public static Map<String, Object> term(String field, Object value) {
    return Map.of("term", Map.of(field, value));
  }

  public static Map<String, Object> terms(String field, Collection<?> values) {
    return Map.of("terms", Map.of(field, List.copyOf(values)));
  }

  /// @param comparison `gt`, `gte`, `lt` or `lte`
  public static Map<String, Object> range(String field, String comparison, Object value) {
    return Map.of("range", Map.of(field, Map.of(comparison, value)));
  }

  public static Map<String, Object> exists(String field) {
    return Map.of("exists", Map.of("field", field));
  }

  public static Map<String, Object> all(List<?> filters) {
    return Map.of("bool", Map.of("filter", filters));
  }

  public static Map<String, Object> any(List<?> clauses) {
    return Map.of("bool", Map.of("should", clauses, "minimum_should_match", 1));
  }

  public static Map<String, Object> not(Map<String, Object> clause) {
    return Map.of("bool", Map.of("must_not", List.of(clause)));
  }

  /// Sites in a division or in one below it.
  public static Map<String, Object> inDivision(String adcode) {
    return Map.of("prefix", Map.of(SearchFields.ADCODE, Divisions.prefixOf(adcode)));
  }

  public static Map<String, Object> within(GeoPoint place, double km) {
    return Map.of(
        "geo_distance", Map.of("distance", km + "km", SearchFields.LOCATION, point(place)));
  }

  /// @param scored they count towards the score, whether met or not; each of `must` has to be met
  public static Map<String, Object> ranked(List<?> filters, List<?> must, List<?> scored) {
    return Map.of("bool", Map.of("filter", filters, "must", must, "should", scored));
  }

  static Map<String, Object> byDistance(GeoPoint place) {
    return Map.of(
        "_geo_distance", Map.of(SearchFields.LOCATION, point(place), "order", "asc", "unit", "km"));
  }

  public static Map<String, Object> point(GeoPoint place) {
    return Map.of("lat", place.lat(), "lon", place.lon());
  }
}
