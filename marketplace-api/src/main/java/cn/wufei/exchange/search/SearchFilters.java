package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.kernel.LocalCalendar;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns what somebody looks for into the clauses that documents must meet.
@Singleton
class SearchFilters {

  private static final Pattern GAPS = Pattern.compile("[\\s,;，；、。]+");
  private static final int WORDS_MAX = 12;
  private static final int ALIASES_MAX = 60;
  private static final List<String> TEXT_FIELDS =
      List.of(
          "title^4",
          "aliases^2",
          "description",
          "organisation.name",
          "organisation.nameEn",
          "site.name",
          "site.nameEn");
  private static final List<String> NAME_FIELDS = List.of("title^2", "aliases");

  private final Catalog catalog;
  private final Clock clock;

  SearchFilters(Catalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /// All that limits the answers, but the words and the cost.
  List<Map<String, Object>> filters(Target target, SearchQuery query) {
    List<Map<String, Object>> filters = new ArrayList<>();
    filters.add(Clauses.term(SearchFields.STATUS, SearchFields.PUBLISHED));
    filters.add(Clauses.term(SearchFields.ORGANISATION_STATUS, SearchFields.VERIFIED));
    filters.add(
        Clauses.range(target.lastDay(), "gte", LocalCalendar.dayOf(Instant.now(clock)).toString()));
    long least = query.minQuantityKg() == null ? 1 : Math.max(1, query.minQuantityKg());
    filters.add(Clauses.range(target.quantity(), "gte", least));
    if (query.material() != null) {
      filters.add(Clauses.term(target.material(), query.material()));
    }
    if (query.classCode() != null) {
      filters.add(Clauses.term(target.wasteClass(), query.classCode()));
    }
    if (query.adcode() != null) {
      filters.add(Map.of("prefix", Map.of(SearchFields.ADCODE, significantPart(query.adcode()))));
    }
    return filters;
  }

  /// Every word must be met, as it stands or by another name of the material that it names; a name
  /// of several words counts as one. Nothing when no words are given.
  @Nullable Map<String, Object> words(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    List<Map<String, Object>> asWritten =
        GAPS.splitAsStream(text.strip())
            .filter(word -> !word.isEmpty())
            .limit(WORDS_MAX)
            .map(this::word)
            .toList();
    if (asWritten.isEmpty()) {
      return null;
    }
    List<Map<String, Object>> ways = new ArrayList<>();
    ways.add(Map.of("bool", Map.of("must", asWritten)));
    Set<String> names = catalog.expand(text);
    if (asWritten.size() > 1 && names.stream().anyMatch(name -> sameName(name, text))) {
      ways.addAll(names(names));
    }
    return Clauses.any(ways);
  }

  private Map<String, Object> word(String word) {
    List<Map<String, Object>> ways = new ArrayList<>();
    Map<String, Object> match = new LinkedHashMap<>();
    match.put("query", word);
    match.put("fields", TEXT_FIELDS);
    match.put("minimum_should_match", "3<75%");
    ways.add(Map.of("multi_match", match));
    ways.addAll(names(catalog.expand(word)));
    return Clauses.any(ways);
  }

  private static List<Map<String, Object>> names(Set<String> names) {
    return names.stream()
        .limit(ALIASES_MAX)
        .map(name ->
            Map.<String, Object>of(
                "multi_match",
                Map.of(
                    "query",
                    name,
                    "fields",
                    NAME_FIELDS,
                    "minimum_should_match",
                    "100%",
                    "boost",
                    0.5)))
        .toList();
  }

  private static boolean sameName(String name, String text) {
    return comparable(name).equals(comparable(text));
  }

  private static String comparable(String text) {
    return GAPS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  /// 370100 means all that begins with 3701: divisions contain those below them.
  private static String significantPart(String adcode) {
    String part = adcode;
    while (part.length() > 2 && part.endsWith("00")) {
      part = part.substring(0, part.length() - 2);
    }
    return part;
  }
}
