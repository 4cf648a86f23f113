package cn.wufei.exchange.csv;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An [ExportTable] made of its parts.
///
/// @param reading how its rows are read
public record OwnTable<R>(
    Title title, List<Column<R>> columns, List<EqualSums> equalSums, RowsAt<R> reading)
    implements ExportTable<R> {

  public OwnTable {
    columns = List.copyOf(columns);
    equalSums = List.copyOf(equalSums);
  }

  public OwnTable(Title title, Columns<R> columns, Rows<R> reading) {
    this(title, columns.list(), List.of(), (caller, _, sink) -> reading.read(caller, sink));
  }

  /// A table of rows that depend on the time.
  public static <R> OwnTable<R> ofMoment(Title title, Columns<R> columns, RowsAt<R> reading) {
    return new OwnTable<>(title, columns.list(), List.of(), reading);
  }

  @Override
  public void rows(Caller caller, Instant at, Consumer<R> sink) {
    reading.read(caller, at, sink);
  }

  /// The same, with sums that have to be equal.
  public OwnTable<R> withEqual(String column, String otherTable, String otherColumn) {
    List<EqualSums> more = new ArrayList<>(equalSums);
    more.add(new EqualSums(column, otherTable, otherColumn));
    return new OwnTable<>(title, columns, more, reading);
  }

  /// Hands on all rows of the caller's organisation.
  @FunctionalInterface
  public interface Rows<R> {
    void read(Caller caller, Consumer<R> sink);
  }

  /// The same, as they are at a moment.
  @FunctionalInterface
  public interface RowsAt<R> {
    void read(Caller caller, Instant at, Consumer<R> sink);
  }

  /// A piece of a list of the caller's organisation, newest first, as the lists of the API have it.
  @FunctionalInterface
  public interface Piece<R> {
    List<R> read(Caller caller, @Nullable Id before, int limit);
  }

  /// All rows of a list that is read piece by piece.
  public static <R> Rows<R> pieces(Piece<R> piece, Function<R, Id> id) {
    return (caller, sink) ->
        Pieces.each((before, limit) -> piece.read(caller, before, limit), id, sink);
  }

  /// The parts of all rows of such a list.
  public static <P, R> Rows<R> partsOf(
      Piece<P> piece, Function<P, Id> id, Function<P, List<R>> parts) {
    return (caller, sink) ->
        Pieces.each(
            (before, limit) -> piece.read(caller, before, limit),
            id,
            whole -> parts.apply(whole).forEach(sink));
  }
}
