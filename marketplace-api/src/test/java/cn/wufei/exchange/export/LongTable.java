package cn.wufei.exchange.export;

import cn.wufei.exchange.csv.Column;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.kernel.Caller;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// A table that fills more than the network takes before anybody reads, in an instance of its own.
/// Few rows of noise, which no compression makes smaller: many rows took long to write.
@Singleton
@Requires(property = LongTable.PROPERTY)
public final class LongTable implements ExportTable<String> {

  static final String PROPERTY = "wufei.test.long-table";
  private static final int ROWS = 35_000;
  private static final int BYTES = 600;

  @Override
  public Title title() {
    return new Title(0, "long", "测试", "Long");
  }

  @Override
  public List<Column<String>> columns() {
    return new Columns<String>().text("text", "文", "Text", row -> row).list();
  }

  @Override
  public void rows(Caller caller, Instant at, Consumer<String> sink) {
    Random random = new Random(1);
    byte[] noise = new byte[BYTES];
    for (int row = 0; row < ROWS; row++) {
      random.nextBytes(noise);
      sink.accept(Base64.getEncoder().encodeToString(noise));
    }
  }
}
