package cn.wufei.exchange.bulk;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What can be imported, in the order in which it is.
@Singleton
class ImportKinds {

  private final List<ImportKind<?>> kinds;

  ImportKinds(List<ImportKind<?>> kinds) {
    this.kinds = kinds.stream().sorted(Comparator.comparingInt(ImportKind::place)).toList();
  }

  List<ImportKind<?>> all() {
    return kinds;
  }

  @Nullable ImportKind<?> find(String key) {
    return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst().orElse(null);
  }

  /// The kind that a sheet is named after, by its key or its name in either language.
  @Nullable ImportKind<?> named(String sheet) {
    String name = Cells.named(sheet);
    return kinds.stream()
        .filter(kind ->
            Stream.of(kind.key(), kind.nameZh(), kind.nameEn())
                .anyMatch(each -> Cells.named(each).equals(name)))
        .findFirst()
        .orElse(null);
  }
}
