package cn.wufei.exchange.export;

import cn.wufei.exchange.csv.Column;
import cn.wufei.exchange.csv.CsvText;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes one table as a CSV file, row by row, and counts what it writes.
final class TableWriter<R> {

  private static final int FEN_DECIMALS = 2;

  private final List<Column<R>> columns;
  private final Language language;
  private final Archive.Entry file;
  private final long[] sums;
  private long rows;
  private long bytes;

  private TableWriter(List<Column<R>> columns, Language language, Archive.Entry file) {
    this.columns = columns;
    this.language = language;
    this.file = file;
    this.sums = new long[columns.size()];
  }

  /// What a file has become.
  ///
  /// @param sums in kilograms or yuan, by the keys of the columns
  record Written(long rows, long bytes, String sha256, Map<String, BigDecimal> sums) {}

  static <R> Written write(
      ExportTable<R> table, FillArchive.Reading reading, Archive archive, String name) {
    try (Archive.Entry file = archive.begin(name)) {
      TableWriter<R> writer = new TableWriter<>(table.columns(), reading.language(), file);
      writer.headings();
      table.rows(reading.caller(), reading.at(), writer::row);
      return writer.written();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void headings() {
    add(
        CsvText.BYTE_ORDER_MARK
            + CsvText.row(columns.stream().map(column -> column.heading(language))));
  }

  private void row(R row) {
    add(CsvText.row(columns.stream().map(column -> column.cell(row, language))));
    for (int i = 0; i < sums.length; i++) {
      if (columns.get(i).type().isSummed()) {
        sums[i] = Math.addExact(sums[i], columns.get(i).summed(row));
      }
    }
    rows++;
  }

  private void add(String text) {
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    try {
      file.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes += line.length;
  }

  private Written written() throws IOException {
    file.close();
    Map<String, BigDecimal> byKey = new LinkedHashMap<>();
    for (int i = 0; i < sums.length; i++) {
      Column<R> column = columns.get(i);
      if (column.type().isSummed()) {
        int decimals = column.type() == Column.Type.YUAN ? FEN_DECIMALS : 0;
        byKey.put(column.key(), BigDecimal.valueOf(sums[i], decimals));
      }
    }
    return new Written(rows, bytes, Objects.requireNonNull(file.sha256()), byKey);
  }
}
