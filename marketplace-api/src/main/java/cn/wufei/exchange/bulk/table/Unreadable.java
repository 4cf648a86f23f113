package cn.wufei.exchange.bulk.table;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Turns what the readers of files throw while lines are taken into one failure.
final class Unreadable {

  private Unreadable() {}

  /// Whatever a reader throws, it is the file that is not as it should be.
  static Stream<TableRow> guarded(Stream<TableRow> rows) {
    Iterator<TableRow> lines = rows.iterator();
    Iterator<TableRow> guarded =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            try {
              return lines.hasNext();
            } catch (RuntimeException e) {
              throw new TableSheet.UnreadableLine(e);
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
