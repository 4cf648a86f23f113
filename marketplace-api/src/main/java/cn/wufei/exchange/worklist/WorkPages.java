package cn.wufei.exchange.worklist;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts into pages what was read as a whole.
final class WorkPages {

  private WorkPages() {}

  /// In the order of their subjects. What belongs to one subject stays on one page, which may so
  /// have more than `limit`.
  static Page<WorkItem> of(List<WorkItem> all, @Nullable Id after, int limit) {
    List<WorkItem> rest =
        all.stream()
            .filter(item -> after == null || item.subjectId().compareTo(after) > 0)
            .sorted(Comparator.comparing(WorkItem::subjectId).thenComparing(WorkItem::key))
            .toList();
    List<WorkItem> items = new ArrayList<>();
    for (WorkItem item : rest) {
      if (items.size() >= limit && !items.getLast().subjectId().equals(item.subjectId())) {
        return new Page<>(items, items.getLast().subjectId().toString());
      }
      items.add(item);
    }
    return new Page<>(items, null);
  }
}
