package cn.wufei.exchange.export;

import cn.wufei.exchange.csv.Column;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.kernel.Caller;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// A table that fills more than the network takes before anybody reads, in an instance of its own.
@Singleton
@Requires(property = LongTable.PROPERTY)
public final class LongTable implements ExportTable<Long> {

  static final String PROPERTY = "wufei.test.long-table";
  private static final int ROWS = 2_000_000;

  @Override
  public Title title() {
    return new Title(0, "long", "测试", "Long");
  }

  @Override
  public List<Column<Long>> columns() {
    return new Columns<Long>().whole("number", "数", "Number", row -> row).list();
  }

  @Override
  public void rows(Caller caller, Instant at, Consumer<Long> sink) {
    new Random(1).longs(ROWS).forEach(sink::accept);
  }
}
