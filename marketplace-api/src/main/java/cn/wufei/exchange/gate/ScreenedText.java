package cn.wufei.exchange.gate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A text in the forms in which words are sought in it, so that width, case, spaces, punctuation,
/// traditional characters and letters put between Chinese characters do not hide a word.
///
/// Words of Chinese are sought in the Chinese characters alone. Words of Latin script are sought in
/// letters and digits without gaps, but only where the text has a word beginning and ending: `E-A-F
/// dust` holds `eaf dust`, `leaf dust` does not. A word of both scripts is sought in all letters
/// and digits without gaps.
final class ScreenedText {

  /// Traditional characters and their simplified forms, as far as words of the hazardous names use
  /// them.
  private static final String TRADITIONAL =
      "電爐塵廢礦鉛鋅鉻鋁鎳鹼鹽飛燒濾塗劑樹鐵鋼軋熱實驗醫療農藥裝險棄漿機潤壓齒輪煙瀝鍍鈍脫釩鈦熒燈試紗觸餘殘霧車輛變質屬頭鋰鎘銅銹鏽滌淨凈過發動";

  private static final String SIMPLIFIED =
      "电炉尘废矿铅锌铬铝镍碱盐飞烧滤涂剂树铁钢轧热实验医疗农药装险弃浆机润压齿轮烟沥镀钝脱钒钛荧灯试纱触余残雾车辆变质属头锂镉铜锈锈涤净净过发动";

  /// Cyrillic and Greek letters that look like Latin ones.
  private static final String LOOK_ALIKE = "аеорсухкмнтвѕіјαοερτν";

  private static final String LATIN = "aeopcyxkmhtbsijaoeptv";

  private static final Map<Integer, Integer> REPLACED = replaced();

  private final String compact;
  private final BitSet wordStarts;
  private final BitSet wordEnds;
  private final String han;

  ScreenedText(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder();
    StringBuilder chinese = new StringBuilder();
    BitSet starts = new BitSet();
    BitSet ends = new BitSet();
    boolean inWord = false;
    for (int codePoint : plain.codePoints().toArray()) {
      int character = REPLACED.getOrDefault(codePoint, codePoint);
      boolean isLatin = character >= 'a' && character <= 'z';
      if (isLatin && !inWord) {
        starts.set(letters.length());
      }
      if (!isLatin && inWord) {
        ends.set(letters.length());
      }
      if (Character.isLetterOrDigit(character)) {
        letters.appendCodePoint(character);
        inWord = isLatin;
      } else if (Character.getType(character) != Character.FORMAT) {
        inWord = false;
      }
      if (Character.isIdeographic(character)) {
        chinese.appendCodePoint(character);
      }
    }
    ends.set(letters.length());
    this.compact = letters.toString();
    this.wordStarts = starts;
    this.wordEnds = ends;
    this.han = chinese.toString();
  }

  private static Map<Integer, Integer> replaced() {
    Map<Integer, Integer> replaced = new HashMap<>();
    for (int i = 0; i < TRADITIONAL.length(); i++) {
      replaced.put((int) TRADITIONAL.charAt(i), (int) SIMPLIFIED.charAt(i));
    }
    for (int i = 0; i < LOOK_ALIKE.length(); i++) {
      replaced.put((int) LOOK_ALIKE.charAt(i), (int) LATIN.charAt(i));
    }
    return replaced;
  }

  /// The Chinese characters alone.
  String han() {
    return han;
  }

  /// Letters and digits without gaps.
  String compact() {
    return compact;
  }

  /// Whether the text holds the word somewhere else than inside one of the exceptions.
  boolean holds(SoughtWord word, List<SoughtWord> exceptions) {
    List<Span> found = find(word);
    if (found.isEmpty()) {
      return false;
    }
    List<Span> excepted =
        exceptions.stream()
            .filter(exception -> exception.script() == word.script())
            .flatMap(exception -> find(exception).stream())
            .toList();
    return found.stream().anyMatch(span -> excepted.stream().noneMatch(any -> any.covers(span)));
  }

  private List<Span> find(SoughtWord word) {
    return switch (word.script()) {
      case CHINESE -> occurrences(han, word.text());
      case MIXED -> occurrences(compact, word.text());
      case LATIN ->
          occurrences(compact, word.text()).stream()
              .filter(span -> wordStarts.get(span.start()) && endsWord(span.end()))
              .toList();
    };
  }

  /// A plural ends its word as well.
  private boolean endsWord(int end) {
    return wordEnds.get(end)
        || (compact.startsWith("s", end) && wordEnds.get(end + 1))
        || (compact.startsWith("es", end) && wordEnds.get(end + 2));
  }

  private static List<Span> occurrences(String text, String word) {
    List<Span> spans = new ArrayList<>();
    if (!word.isEmpty()) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        spans.add(new Span(at, at + word.length()));
      }
    }
    return spans;
  }

  private record Span(int start, int end) {

    boolean covers(Span other) {
      return start <= other.start && other.end <= end;
    }
  }
}
