package cn.wufei.exchange.csv;

import cn.wufei.exchange.kernel.Caller;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// A table of what a firm owns. It shows the caller's organisation what the API shows it, and
/// nothing that only another may see.
///
/// @param <R> what a row is made of
public interface ExportTable<R> {

  Title title();

  List<Column<R>> columns();

  /// Reads the rows in pieces and hands them on one by one. Called in the one transaction in which
  /// all tables are read: it reads by that transaction's connection alone, and nothing from a cache
  /// of what can change.
  ///
  /// @param at when the snapshot was taken, which is now for all tables
  void rows(Caller caller, Instant at, Consumer<R> sink);

  /// Sums that are the same when nothing is missing.
  default List<EqualSums> equalSums() {
    return List.of();
  }

  /// What a table is called.
  ///
  /// @param place of the table among the others
  /// @param key in kebab case: what its file is called
  record Title(int place, String key, Named name) {

    public Title(int place, String key, String nameZh, String nameEn) {
      this(place, key, new Named(nameZh, nameEn));
    }
  }

  /// Says that a column of this table and one of another, or of this one, have the same sum.
  ///
  /// @param column key of the column here
  /// @param otherTable key of the other table
  /// @param otherColumn key of the column there
  record EqualSums(String column, String otherTable, String otherColumn) {}
}
