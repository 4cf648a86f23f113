package cn.wufei.exchange.account;

import cn.wufei.exchange.csv.CsvText;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A statement as CSV (RFC 4180), read from the ledger piece by piece while it is sent: no more
/// than one piece is in memory, and no connection is held between two. A byte order mark tells
/// spreadsheets that it is UTF-8.
final class StatementFile extends InputStream {

  private final Function<@Nullable Long, List<LineView>> linesAfter;
  private byte[] piece;
  private int position;
  private @Nullable Long last;
  private boolean ended;

  /// @param linesAfter the next lines after a posting's number, the first ones after none; no line
  ///   when there is none any more
  StatementFile(Function<@Nullable Long, List<LineView>> linesAfter) {
    this.linesAfter = linesAfter;
    this.piece = (CsvText.BYTE_ORDER_MARK + StatementCsv.HEADER).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int read() {
    return isAtEnd() ? -1 : piece[position++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int count = Math.min(length, piece.length - position);
    System.arraycopy(piece, position, into, offset, count);
    position += count;
    return count;
  }

  private boolean isAtEnd() {
    while (position == piece.length && !ended) {
      List<String> rows = new ArrayList<>();
      List<LineView> lines = linesAfter.apply(last);
      lines.forEach(line -> rows.add(StatementCsv.row(line)));
      piece = String.join("", rows).getBytes(StandardCharsets.UTF_8);
      position = 0;
      ended = lines.isEmpty();
      last = lines.isEmpty() ? last : Long.valueOf(lines.getLast().number());
    }
    return position == piece.length;
  }
}
