package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Guesses what a Latin word that names nothing was meant to be: the nearest words of the catalog's
/// English names. Counts what lies between two words in letters put in, left out, replaced or
/// swapped with their neighbour.
@Singleton
class DidYouMean {

  private static final Pattern LATIN = Pattern.compile("[a-z]{4,40}");
  private static final Pattern GAPS = Pattern.compile("[^A-Za-z0-9]+");
  private static final int GUESSES_MAX = 3;
  private static final int SHORT = 6;

  private final Catalog catalog;

  DidYouMean(Catalog catalog) {
    this.catalog = catalog;
  }

  /// The text with one word replaced by a word of the catalog, the likeliest first.
  List<String> words(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    Set<String> known = known();
    List<Guess> guesses = new ArrayList<>();
    for (String word : SearchWords.split(text)) {
      String plain = word.toLowerCase(Locale.ROOT);
      if (LATIN.matcher(plain).matches() && !known.contains(plain)) {
        int most = plain.length() < SHORT ? 1 : 2;
        for (String meant : known) {
          int apart = apart(plain, meant);
          if (apart <= most) {
            guesses.add(new Guess(text.replace(word, meant), apart));
          }
        }
      }
    }
    return guesses.stream()
        .sorted(Comparator.comparingInt(Guess::apart).thenComparing(Guess::text))
        .map(Guess::text)
        .distinct()
        .limit(GUESSES_MAX)
        .toList();
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>();
    for (Material material : catalog.materials()) {
      Stream.concat(Stream.of(material.nameEn()), material.aliasesEn().stream())
          .flatMap(GAPS::splitAsStream)
          .map(word -> word.toLowerCase(Locale.ROOT))
          .filter(word -> LATIN.matcher(word).matches())
          .forEach(known::add);
    }
    return known;
  }

  /// Optimal string alignment distance; words that differ much in length are far apart anyway.
  static int apart(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 2) {
      return Integer.MAX_VALUE;
    }
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : least(steps, one, other, i, j);
      }
    }
    return steps[one.length()][other.length()];
  }

  private static int least(int[][] steps, String one, String other, int i, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least =
        Math.min(
            Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }

  private record Guess(String text, int apart) {}
}
