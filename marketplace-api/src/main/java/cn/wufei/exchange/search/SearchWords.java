package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.Catalog;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns words into a clause.
///
/// A word is met as it stands in a document, or by another name of the material that it names, in
/// Chinese, English or pinyin. A Latin word of four letters or more is also met by one that differs
/// in a letter or two, but that counts for next to nothing, so that it comes after all others.
@Singleton
class SearchWords {

  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl},;，；、。]+");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{4,40}");
  private static final int WORDS_MAX = 12;
  private static final int ALIASES_MAX = 60;
  private static final double MISSPELT_BOOST = 0.001;
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
  private static final List<String> SPELT_FIELDS =
      List.of("title", "aliases", "organisation.nameEn", "site.nameEn");

  private final Catalog catalog;
  private final Pinyin pinyin;

  SearchWords(Catalog catalog, Pinyin pinyin) {
    this.catalog = catalog;
    this.pinyin = pinyin;
  }

  /// Every word must be met; a name of several words counts as one. Nothing when no words are
  /// given.
  @Nullable Map<String, Object> clause(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    List<String> words = split(text);
    if (words.isEmpty()) {
      return null;
    }
    List<Map<String, Object>> ways = new ArrayList<>();
    ways.add(Map.of("bool", Map.of("must", words.stream().map(this::word).toList())));
    if (words.size() > 1) {
      Set<String> names = catalog.expand(text);
      if (names.stream().anyMatch(name -> sameName(name, text))) {
        ways.addAll(names(names));
      }
      ways.addAll(names(pinyin.names(text)));
    }
    return Clauses.any(ways);
  }

  static List<String> split(String text) {
    return GAPS.splitAsStream(text.strip())
        .filter(word -> !word.isEmpty())
        .limit(WORDS_MAX)
        .toList();
  }

  private Map<String, Object> word(String word) {
    List<Map<String, Object>> ways = new ArrayList<>();
    Map<String, Object> match = new LinkedHashMap<>();
    match.put("query", word);
    match.put("fields", TEXT_FIELDS);
    match.put("minimum_should_match", "3<75%");
    ways.add(Map.of("multi_match", match));
    Set<String> names = new LinkedHashSet<>(catalog.expand(word));
    names.addAll(pinyin.names(word));
    ways.addAll(names(names));
    if (LATIN.matcher(word).matches()) {
      ways.add(misspelt(word));
    }
    return Clauses.any(ways);
  }

  private static Map<String, Object> misspelt(String word) {
    return Map.of(
        "constant_score",
        Map.of(
            "filter",
            Map.of(
                "multi_match",
                Map.of(
                    "query",
                    word,
                    "fields",
                    SPELT_FIELDS,
                    "fuzziness",
                    "AUTO",
                    "prefix_length",
                    1)),
            "boost",
            MISSPELT_BOOST));
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
}
