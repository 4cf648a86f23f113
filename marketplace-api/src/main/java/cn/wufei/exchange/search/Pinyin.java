package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import com.ibm.icu.text.Transliterator;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The catalog's Chinese names in Latin letters: 钢渣 is found by `gangzha` and by its initials `gz`.
///
/// The readings are those of ICU, but where a character of the trade is read otherwise than alone,
/// which `pinyin.csv` says. They are worked out with the first search in Latin letters, which takes
/// a third of a second, and again when the catalog has changed.
@Singleton
class Pinyin {

  private static final String READINGS = "pinyin.csv";
  private static final Pattern TYPED = Pattern.compile("[a-z ']{2,60}");
  private static final Pattern GAP = Pattern.compile(" ");
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

  private final Catalog catalog;
  private volatile @Nullable Spelt spelt;

  Pinyin(Catalog catalog) {
    this.catalog = catalog;
  }

  /// All names of the materials of which one is written so in Latin letters, as a whole or by its
  /// initials; empty when there is none.
  Set<String> names(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    if (!TYPED.matcher(typed).matches()) {
      return Set.of();
    }
    return spelt().names().getOrDefault(NO_LETTER.matcher(typed).replaceAll(""), Set.of());
  }

  private Spelt spelt() {
    long revision = catalog.revision();
    Spelt known = spelt;
    if (known == null || known.revision() != revision) {
      known = new Spelt(revision, spell(catalog.materials()));
      spelt = known;
    }
    return known;
  }

  private static Map<String, Set<String>> spell(Collection<Material> materials) {
    Reader reader = new Reader();
    Map<String, Set<String>> names = new HashMap<>();
    for (Material material : materials) {
      Set<String> all = new LinkedHashSet<>();
      all.add(material.nameZh());
      all.addAll(material.aliasesZh());
      for (String name : all) {
        if (name.codePoints().anyMatch(Character::isIdeographic)) {
          String read = reader.read(name);
          for (String key : Set.of(NO_LETTER.matcher(read).replaceAll(""), initials(read))) {
            names.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(all);
          }
        }
      }
    }
    return names;
  }

  /// `lf zha` gives `lfz`: what was Latin already is kept whole.
  private static String initials(String read) {
    StringBuilder initials = new StringBuilder();
    for (String syllable : GAP.split(read, -1)) {
      String letters = NO_LETTER.matcher(syllable).replaceAll("");
      if (!letters.isEmpty()) {
        initials.append(syllable.startsWith(Reader.KEPT) ? letters : letters.substring(0, 1));
      }
    }
    return initials.toString();
  }

  private record Spelt(long revision, Map<String, Set<String>> names) {}

  /// Reads one name at a time; lives only while all are read, because ICU's tables are large.
  private static final class Reader {

    private static final String KEPT = "=";

    private final Transliterator toLatin = Transliterator.getInstance("Han-Latin");
    private final Transliterator toPlain = Transliterator.getInstance("Latin-ASCII");
    private final Map<String, String> readings = readings();

    /// Syllables with gaps between them, and Latin words marked as such.
    String read(String name) {
      StringBuilder read = new StringBuilder();
      boolean inLatin = false;
      for (int character : name.toLowerCase(Locale.ROOT).codePoints().toArray()) {
        String text = Character.toString(character);
        boolean ideograph = Character.isIdeographic(character);
        if (ideograph) {
          read.append(' ').append(syllable(text));
        } else {
          read.append(inLatin ? "" : " " + KEPT).append(text);
        }
        inLatin = !ideograph;
      }
      return read.toString().strip();
    }

    /// ü is typed as v.
    private String syllable(String character) {
      String known = readings.get(character);
      if (known != null) {
        return known;
      }
      String latin = toLatin.transliterate(character);
      return toPlain.transliterate(latin.replaceAll("[üǖǘǚǜ]", "v"));
    }

    private static Map<String, String> readings() {
      try (InputStream in = Pinyin.class.getResourceAsStream(READINGS)) {
        if (in == null) {
          throw new IllegalStateException("the readings are not packed: " + READINGS);
        }
        Map<String, String> readings = new HashMap<>();
        try (Stream<String> lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()) {
          lines
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(",", 2))
              .forEach(pair -> readings.put(pair[0], pair[1]));
        }
        return readings;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
