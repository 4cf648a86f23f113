package cn.wufei.exchange.worklist;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts together what waits for the caller, each time anew.
@Singleton
class SeeWork {

  private final List<WorkSource> sources;

  SeeWork(List<WorkSource> sources) {
    this.sources = sources.stream().sorted(Comparator.comparing(WorkSource::kind)).toList();
  }

  /// @param items how many of each kind to show, none for the counts alone
  Worklist all(Caller caller, int items, boolean hints) {
    int due = 0;
    List<Worklist.Group> groups = new ArrayList<>();
    for (WorkSource source : sources) {
      if (!source.isFor(caller) || !(hints || source.kind().isDue())) {
        continue;
      }
      WorkFound found = source.find(caller, items);
      WorkCount count = found.count();
      if (count.count() == 0) {
        continue;
      }
      WorkKind kind = source.kind();
      due += kind.isDue() ? count.count() : 0;
      groups.add(
          new Worklist.Group(
              kind,
              kind.isDue(),
              count.count(),
              count.more(),
              found.first().items(),
              found.first().next()));
    }
    return new Worklist(due, groups);
  }

  /// Nothing where the caller has no such work.
  Page<WorkItem> page(Caller caller, WorkKind kind, @Nullable Id after, int limit) {
    return sources.stream()
        .filter(source -> source.kind() == kind && source.isFor(caller))
        .findFirst()
        .map(source -> source.page(caller, after, limit))
        .orElseGet(() -> new Page<>(List.of(), null));
  }
}
