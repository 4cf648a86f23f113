package cn.wufei.verify;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a table in the order of its numbers, fetched in pages, so that several tables are
/// read side by side on one connection.
final class Pages<R> {

  static final int PAGE_ROWS = 2_000;

  private final Source<R> source;
  private List<R> page = List.of();
  private int next;
  private boolean ended;
  private @Nullable R last;

  Pages(Source<R> source) {
    this.source = source;
  }

  /// The next row without taking it, or null at the end.
  @Nullable R peek() throws SQLException {
    if (next == page.size() && !ended) {
      page = source.after(last);
      next = 0;
      ended = page.isEmpty();
    }
    return next < page.size() ? page.get(next) : null;
  }

  @Nullable R next() throws SQLException {
    R row = peek();
    if (row != null) {
      last = row;
      next++;
    }
    return row;
  }

  /// Fetches at most [#PAGE_ROWS] rows after the last one, or the first ones.
  @FunctionalInterface
  interface Source<R> {
    List<R> after(@Nullable R last) throws SQLException;
  }
}
