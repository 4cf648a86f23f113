package cn.wufei.exchange.gate;

import cn.wufei.exchange.catalog.HazardName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hazardous names of the catalog, made ready to be sought.
///
/// @param of what they were made of
record HazardWords(List<HazardName> of, List<Row> rows) {

  HazardWords {
    of = List.copyOf(of);
    rows = List.copyOf(rows);
  }

  static HazardWords of(List<HazardName> names) {
    return new HazardWords(names, names.stream().map(Row::of).toList());
  }

  /// The first name that the text holds and that refuses, else the first that it holds.
  @Nullable HazardName firstIn(ScreenedText text) {
    List<HazardName> found = rows.stream().filter(row -> row.isIn(text)).map(Row::name).toList();
    return found.stream()
        .filter(name -> name.verdict().equals("refused"))
        .findFirst()
        .orElse(found.isEmpty() ? null : found.getFirst());
  }

  /// @param patterns words that a text must hold together, in one of several ways
  record Row(HazardName name, List<List<SoughtWord>> patterns, List<SoughtWord> except) {

    Row {
      patterns = patterns.stream().map(List::copyOf).toList();
      except = List.copyOf(except);
    }

    private static Row of(HazardName name) {
      return new Row(
          name,
          name.patterns().stream()
              .map(pattern -> words(List.of(pattern.split("\\+", -1))))
              .toList(),
          words(name.except()));
    }

    private static List<SoughtWord> words(List<String> words) {
      return words.stream().map(SoughtWord::of).toList();
    }

    private boolean isIn(ScreenedText text) {
      return patterns.stream()
          .anyMatch(words -> words.stream().allMatch(word -> text.holds(word, except)));
    }
  }
}
