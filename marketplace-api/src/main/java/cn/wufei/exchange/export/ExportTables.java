package cn.wufei.exchange.export;

import cn.wufei.exchange.csv.ExportTable;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/// What is exported, in the order in which it is read.
@Singleton
class ExportTables {

  private final List<ExportTable<?>> tables;

  ExportTables(List<ExportTable<?>> tables) {
    this.tables =
        tables.stream().sorted(Comparator.comparingInt(table -> table.title().place())).toList();
  }

  List<ExportTable<?>> all() {
    return tables;
  }
}
