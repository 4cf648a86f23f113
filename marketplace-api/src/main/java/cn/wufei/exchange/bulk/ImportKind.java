package cn.wufei.exchange.bulk;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Something that can be loaded from a table: what its columns are, and which use case a line goes
/// through. The use cases are those of the API, with the same checks and the same refusals.
///
/// @param <D> what a line says, as the use case takes it; validated like the body of a request
public interface ImportKind<D> {

  /// What is told of a kind.
  ///
  /// @param place kinds with a lower one are loaded first, as others name what they create
  /// @param isPosting whether lines post to the ledger and so are recorded in its blocks
  /// @param columns the first is the firm's own number, or name, by which a line is known
  record About(
      String key,
      String nameZh,
      String nameEn,
      int place,
      boolean isPosting,
      List<ImportColumn> columns) {

    public About {
      columns = List.copyOf(columns);
    }
  }

  About about();

  default String key() {
    return about().key();
  }

  default String nameZh() {
    return about().nameZh();
  }

  default String nameEn() {
    return about().nameEn();
  }

  default int place() {
    return about().place();
  }

  default List<ImportColumn> columns() {
    return about().columns();
  }

  default boolean isPosting() {
    return about().isPosting();
  }

  /// What reads the lines of one table. It may look things up once for all of them. What it returns
  /// for a line in which it has found a fault is not used.
  Function<Line, D> reader(Caller caller);

  /// Called in the transaction in which the line is recorded.
  Outcome<Id> create(Caller caller, D draft);

  /// The same for one that was imported before with other content.
  default Outcome<Id> change(Caller caller, Id id, D draft) {
    return Outcome.refused(ImportRefusal.LINE_CHANGED);
  }

  /// What the firm has under that own number without having imported it, or a refusal when it says
  /// other things of itself than the line does.
  default @Nullable Outcome<Id> existing(Caller caller, D draft) {
    return null;
  }
}
