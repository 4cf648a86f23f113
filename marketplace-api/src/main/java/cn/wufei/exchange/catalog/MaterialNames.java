package cn.wufei.exchange.catalog;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which materials a text names, and what else they are called.
record MaterialNames(List<Named> materials) {

  private static final Pattern GAPS = Pattern.compile("[\\s\\p{P}\\p{S}]+");

  record Named(List<String> names, Set<String> comparable) {}

  MaterialNames {
    materials = List.copyOf(materials);
  }

  static MaterialNames of(Collection<Material> materials) {
    return new MaterialNames(materials.stream().map(MaterialNames::named).toList());
  }

  /// All names of every material of which the text holds one. Words of Chinese are found anywhere
  /// in the text, the longest first: in 高炉水渣 the shorter 水渣 is the same material, but in 电炉钢渣 the
  /// name 钢渣 of another material is only a part of the longer name and does not count. Words of
  /// Latin script are found as whole words.
  Set<String> expand(String text) {
    String rest = " " + comparable(text) + " ";
    List<String> known =
        materials.stream()
            .flatMap(material -> material.comparable().stream())
            .distinct()
            .sorted(java.util.Comparator.comparingInt(String::length).reversed())
            .toList();
    Set<String> found = new LinkedHashSet<>();
    for (String name : known) {
      String sought = isLatin(name) ? " " + name + " " : name;
      if (rest.contains(sought)) {
        found.add(name);
        rest = rest.replace(sought, " ");
      }
    }
    SequencedSet<String> names = new LinkedHashSet<>();
    materials.stream()
        .filter(material -> material.comparable().stream().anyMatch(found::contains))
        .forEach(material -> names.addAll(material.names()));
    return names;
  }

  private static Named named(Material material) {
    List<String> names =
        Stream.of(
                Stream.of(material.nameZh(), material.nameEn()),
                material.aliasesZh().stream(),
                material.aliasesEn().stream())
            .flatMap(stream -> stream)
            .distinct()
            .toList();
    Set<String> comparable = new LinkedHashSet<>();
    names.forEach(name -> comparable.add(comparable(name)));
    return new Named(names, comparable);
  }

  static String comparable(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return GAPS.matcher(plain).replaceAll(" ").strip();
  }

  private static boolean isLatin(String name) {
    return name.codePoints().allMatch(character -> character < 0x2E80);
  }
}
