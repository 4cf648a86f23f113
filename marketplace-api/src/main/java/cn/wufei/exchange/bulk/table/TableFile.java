package cn.wufei.exchange.bulk.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A file with tables in it.
public interface TableFile extends AutoCloseable {

  /// So many lines are taken from a file at most, headings and empty ones included.
  int LINES_MAX = 200_000;

  /// What stands in later columns is not read.
  int COLUMNS_MAX = 200;

  /// Looks through a workbook or a CSV file before anything of it is used.
  ///
  /// @throws TableProblem when it is not read
  static TableFile open(Path path, boolean isWorkbook) throws TableProblem, IOException {
    return isWorkbook ? Workbook.open(path) : CsvFile.open(path);
  }

  List<TableSheet> sheets();

  /// About how many lines there are in all.
  int lines();

  @Override
  void close() throws IOException;
}
