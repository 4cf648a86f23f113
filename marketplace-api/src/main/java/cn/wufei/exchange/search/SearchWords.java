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
  private static final String ALL = "100%";

  /// Of a word of many characters some may be missing.
  private static final String MOST_CHARACTERS = "3<75%";

  private static final double MISSPELT_BOOST = 0.001;
  private static final double NAMED_BOOST = 2;
  private static final double NAMED_IN_TITLE_BOOST = 4;
  private static final List<String> TEXT_FIELDS =
      List.of(
          "title^4",
          "aliases^2",
          "description",
          "organisation.name",
          "organisation.nameEn",
          "site.name",
          "site.nameEn");
  private static final List<String> SPELT_FIELDS =
      List.of("title", "aliases", "organisation.nameEn", "site.nameEn");

  private final Catalog catalog;
  private final Pinyin pinyin;

  SearchWords(Catalog catalog, Pinyin pinyin) {
    this.catalog = catalog;
    this.pinyin = pinyin;
  }

  /// A text as clauses.
  ///
  /// @param clause every word must be met; a name of several words counts as one
  /// @param marked what is marked in the documents that are shown: the words, and names of the
  ///   materials that they name
  record Sought(Map<String, Object> clause, Map<String, Object> marked) {}

  /// Nothing when no words are given.
  @Nullable Sought of(@Nullable String text) {
    List<String> words = text == null ? List.of() : split(text);
    if (text == null || words.isEmpty()) {
      return null;
    }
    List<Map<String, Object>> marked = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    List<Map<String, Object>> all = new ArrayList<>();
    for (String word : words) {
      Set<String> names = new LinkedHashSet<>(catalog.expand(word));
      names.addAll(pinyin.names(word));
      known.addAll(names);
      all.add(word(word, names));
      marked.add(marked(word, MOST_CHARACTERS, isLatin(word) ? "AUTO" : "0"));
    }
    List<Map<String, Object>> ways = new ArrayList<>();
    ways.add(Map.of("bool", Map.of("must", all)));
    if (words.size() > 1) {
      Set<String> names = new LinkedHashSet<>(catalog.expand(text));
      if (names.stream().noneMatch(name -> sameName(name, text))) {
        names.clear();
      }
      names.addAll(pinyin.names(text));
      known.addAll(names);
      ways.addAll(names(names));
    }
    known.stream().limit(ALIASES_MAX).forEach(name -> marked.add(marked(name, ALL, "0")));
    return new Sought(Clauses.any(ways), Clauses.any(marked));
  }

  private static Map<String, Object> marked(String word, String least, String fuzziness) {
    return Map.of(
        "multi_match",
        Map.of(
            "query",
            word,
            "fields",
            SearchBodies.HIGHLIGHTED,
            "minimum_should_match",
            least,
            "fuzziness",
            fuzziness,
            "prefix_length",
            1));
  }

  static List<String> split(String text) {
    return GAPS.splitAsStream(text.strip())
        .filter(word -> !word.isEmpty())
        .limit(WORDS_MAX)
        .toList();
  }

  private static Map<String, Object> word(String word, Set<String> names) {
    List<Map<String, Object>> ways = new ArrayList<>();
    Map<String, Object> match = new LinkedHashMap<>();
    match.put("query", word);
    match.put("fields", TEXT_FIELDS);
    match.put("minimum_should_match", MOST_CHARACTERS);
    ways.add(Map.of("multi_match", match));
    ways.addAll(names(names));
    if (isLatin(word)) {
      ways.add(misspelt(word));
    }
    return Clauses.any(ways);
  }

  private static boolean isLatin(String word) {
    return LATIN.matcher(word).matches();
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

  /// Which of them it is, and how often, says nothing of how relevant a document is; that its title
  /// has one does.
  private static List<Map<String, Object>> names(Set<String> names) {
    List<String> sought = names.stream().limit(ALIASES_MAX).toList();
    return sought.isEmpty()
        ? List.of()
        : List.of(
            anyOf(sought, "title", NAMED_IN_TITLE_BOOST), anyOf(sought, "aliases", NAMED_BOOST));
  }

  private static Map<String, Object> anyOf(List<String> names, String field, double boost) {
    List<Map<String, Object>> matches = new ArrayList<>();
    for (String name : names) {
      matches.add(
          Map.of("match", Map.of(field, Map.of("query", name, "minimum_should_match", ALL))));
    }
    return Map.of("constant_score", Map.of("filter", Clauses.any(matches), "boost", boost));
  }

  private static boolean sameName(String name, String text) {
    return comparable(name).equals(comparable(text));
  }

  private static String comparable(String text) {
    return GAPS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
  }
}
