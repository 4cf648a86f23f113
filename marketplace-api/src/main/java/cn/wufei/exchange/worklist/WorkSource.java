package cn.wufei.exchange.worklist;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of one kind waits. Implemented by the feature whose work it is; one for each kind.
public interface WorkSource {

  WorkKind kind();

  /// Whether the caller can do such work. Who cannot is shown none of it.
  boolean isFor(Caller caller);

  WorkCount count(Caller caller);

  /// In the order of an id, which is the order in which things came to be.
  ///
  /// @param after the cursor of the page before
  Page<WorkItem> page(Caller caller, @Nullable Id after, int limit);

  /// Both at once.
  ///
  /// @param items how many to read, none for the count alone
  default WorkFound find(Caller caller, int items) {
    WorkCount count = count(caller);
    return new WorkFound(
        count,
        items == 0 || count.count() == 0 ? new Page<>(List.of(), null) : page(caller, null, items));
  }
}
