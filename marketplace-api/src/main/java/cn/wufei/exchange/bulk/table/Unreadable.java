package cn.wufei.exchange.bulk.table;

import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Turns what the readers of files throw while lines are taken into one failure.
final class Unreadable {

  private Unreadable() {}

  /// @param also what else than a failure to read means that the file is damaged
  static Stream<TableRow> guarded(Stream<TableRow> rows, Class<? extends RuntimeException> also) {
    Iterator<TableRow> lines = rows.iterator();
    Iterator<TableRow> guarded =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            try {
              return lines.hasNext();
            } catch (RuntimeException e) {
              throw e instanceof UncheckedIOException || also.isInstance(e)
                  ? new TableSheet.UnreadableLine(e)
                  : e;
            }
          }

          @Override
          public TableRow next() {
            return lines.next();
          }
        };
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(guarded, Spliterator.ORDERED), false)
        .onClose(rows::close);
  }
}
