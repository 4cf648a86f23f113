package cn.wufei.exchange.bulk.table;

import java.util.stream.Stream;

/// One table of a file.
public interface TableSheet {

  /// Empty for a CSV file.
  String name();

  /// Its lines in their order, read as they are taken; close it. A [TableProblem] that shows only
  /// then comes as an [UnreadableLine].
  Stream<TableRow> rows();

  /// A table that cannot be read any further.
  final class UnreadableLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableLine(Throwable cause) {
      super(cause);
    }
  }
}
