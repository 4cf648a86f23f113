package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.haul.Hauls;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// The line of the freight rates in force, worked out once for each state of the catalog.
@Singleton
class FreightLines {

  private final Catalog catalog;
  private final Hauls hauls;
  private volatile @Nullable Drawn last;

  FreightLines(Catalog catalog, Hauls hauls) {
    this.catalog = catalog;
    this.hauls = hauls;
  }

  FreightLine now() {
    long revision = catalog.revision();
    Drawn drawn = last;
    if (drawn == null || drawn.revision() != revision) {
      drawn = new Drawn(revision, FreightLine.of(hauls));
      last = drawn;
    }
    return drawn.line();
  }

  private record Drawn(long revision, FreightLine line) {}
}
