package cn.wufei.exchange.csv;

import cn.wufei.exchange.kernel.Id;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a long list piece by piece, so that no more than one piece is in memory.
public final class Pieces {

  private static final int ROWS = 1_000;

  private Pieces() {}

  /// The rows before one, newest first.
  @FunctionalInterface
  public interface Before<T> {
    List<T> read(@Nullable Id before, int limit);
  }

  /// Pieces of what is in memory already.
  public static <T> void ofList(List<T> all, int size, Consumer<List<T>> sink) {
    for (int from = 0; from < all.size(); from += size) {
      sink.accept(all.subList(from, Math.min(all.size(), from + size)));
    }
  }

  public static <T> void each(Before<T> rows, Function<T, Id> id, Consumer<T> sink) {
    eachPiece(rows, id, piece -> piece.forEach(sink));
  }

  public static <T> void eachPiece(Before<T> rows, Function<T, Id> id, Consumer<List<T>> sink) {
    Id before = null;
    List<T> piece;
    do {
      piece = rows.read(before, ROWS);
      if (!piece.isEmpty()) {
        sink.accept(piece);
        before = id.apply(piece.getLast());
      }
    } while (piece.size() == ROWS);
  }
}
