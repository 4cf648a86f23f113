package cn.wufei.exchange.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What documents must meet: what the market itself asks, what the caller asks, and the caller's
/// words, which also say how relevant a document is.
record Limits(
    List<Map<String, Object>> market, List<Limit> asked, SearchWords.@Nullable Sought sought) {

  static final String TEXT = "text";

  /// Those that a facet offers values for.
  private static final Set<String> OFFERED =
      Set.of(
          "material",
          "classCode",
          "adcode",
          "use",
          "quantityKind",
          "quality",
          "minQuantityKg",
          "maxQuantityKg",
          "minPriceYuanPerT",
          "maxPriceYuanPerT");

  Limits {
    market = List.copyOf(market);
    asked = List.copyOf(asked);
  }

  Limits and(Limit more) {
    List<Limit> all = new ArrayList<>(asked);
    all.add(more);
    return new Limits(market, all, sought);
  }

  /// With one more thing that the market itself asks, which nobody can loosen.
  Limits and(Map<String, Object> more) {
    List<Map<String, Object>> all = new ArrayList<>(market);
    all.add(more);
    return new Limits(all, asked, sought);
  }

  /// A query that only documents meet that meet everything.
  Map<String, Object> query() {
    return query(_ -> true, true);
  }

  /// The same as [#query] without what facets offer values for, for counting: it does not say how
  /// relevant a document is.
  Map<String, Object> queryBeforeFacets() {
    return query(limit -> !OFFERED.contains(limit.name()), false);
  }

  /// What [#queryBeforeFacets] leaves out.
  List<Map<String, Object>> facetClauses() {
    return facetClausesBut(Set.of());
  }

  List<Map<String, Object>> facetClausesBut(Set<String> names) {
    return asked.stream()
        .filter(limit -> OFFERED.contains(limit.name()) && !names.contains(limit.name()))
        .map(Limit::clause)
        .toList();
  }

  /// Every clause, the words among them.
  List<Map<String, Object>> clauses() {
    List<Map<String, Object>> clauses = new ArrayList<>(market);
    asked.forEach(limit -> clauses.add(limit.clause()));
    if (sought != null) {
      clauses.add(sought.clause());
    }
    return clauses;
  }

  /// What can be loosened, each on its own: the words are one of them.
  List<Limit> loosenable() {
    List<Limit> all = new ArrayList<>(asked);
    if (sought != null) {
      all.add(Limit.of(TEXT, sought.clause()));
    }
    return all;
  }

  private Map<String, Object> query(Predicate<Limit> wanted, boolean ranked) {
    List<Map<String, Object>> filters = new ArrayList<>(market);
    asked.stream().filter(wanted).forEach(limit -> filters.add(limit.clause()));
    Map<String, Object> bool = new HashMap<>();
    bool.put("filter", filters);
    if (sought != null && ranked) {
      bool.put("must", List.of(sought.clause()));
    } else if (sought != null) {
      filters.add(sought.clause());
    }
    return Map.of("bool", bool);
  }
}
