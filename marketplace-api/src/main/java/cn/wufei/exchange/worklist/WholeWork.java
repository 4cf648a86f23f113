package cn.wufei.exchange.worklist;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Work of which all has to be found before any of it can be counted, as the ledger says what of it
/// there is. Counts and pages are cut from what was found, so that they say the same.
public abstract class WholeWork implements WorkSource {

  /// All of it, in any order. Asked only of a caller whom it is for.
  protected abstract List<WorkItem> all(Caller caller);

  @Override
  public final WorkCount count(Caller caller) {
    return WorkCount.of(all(caller).size());
  }

  @Override
  public final Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    return WorkPages.of(all(caller), after, limit);
  }

  @Override
  public final WorkFound find(Caller caller, int items) {
    List<WorkItem> all = all(caller);
    return new WorkFound(
        WorkCount.of(all.size()),
        items == 0 ? new Page<>(List.of(), null) : WorkPages.of(all, null, items));
  }
}
