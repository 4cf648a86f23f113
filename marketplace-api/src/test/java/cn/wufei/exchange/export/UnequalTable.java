package cn.wufei.exchange.export;

import cn.wufei.exchange.csv.Column;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.kernel.Caller;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// A table that claims of two of its columns that they agree, in an instance of its own.
@Singleton
@Requires(property = UnequalTable.PROPERTY)
public final class UnequalTable implements ExportTable<Long> {

  static final String PROPERTY = "wufei.test.unequal-table";

  @Override
  public Title title() {
    return new Title(0, "unequal", "测试", "Unequal");
  }

  @Override
  public List<Column<Long>> columns() {
    return new Columns<Long>()
        .kg("one", "一", "One", row -> row)
        .kg("other", "另一", "Other", row -> row * row - row + 1)
        .list();
  }

  @Override
  public void rows(Caller caller, Instant at, Consumer<Long> sink) {
    sink.accept(1L);
    sink.accept(2L);
  }

  @Override
  public List<EqualSums> equalSums() {
    return List.of(new EqualSums("one", "unequal", "other"));
  }
}
