package cn.wufei.exchange.bulk;

import cn.wufei.exchange.bulk.table.TableRow;
import cn.wufei.exchange.catalog.Catalog;
import jakarta.inject.Singleton;

/// Reads the headings of tables.
@Singleton
class Headings {

  private final Catalog catalog;

  Headings(Catalog catalog) {
    this.catalog = catalog;
  }

  Heading of(TableRow titles, ImportKind<?> kind) {
    return Heading.of(titles, kind.columns(), catalog.parameters());
  }
}
