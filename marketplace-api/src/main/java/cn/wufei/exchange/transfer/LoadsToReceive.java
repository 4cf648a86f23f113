package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Loads on their way to our gate.
@Singleton
class LoadsToReceive implements WorkSource {

  private final LoadStore store;
  private final LoadViews views;

  LoadsToReceive(LoadStore store, LoadViews views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.LOAD;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.GATE) || caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.countArriving(caller.organisationId()));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<LoadRow> page =
        Page.ofSurplus(
            store.pageArriving(caller.organisationId(), after, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(
        views.ofAll(page.items()).stream().map(LoadsToReceive::item).toList(), page.next());
  }

  private static WorkItem item(Load load) {
    return WorkItem.of(WorkKind.LOAD, load.id(), load.number())
        .partner(load.seller())
        .material(load.materialKey())
        .mass(load.origin().netKg())
        .note(load.plate())
        .since(load.origin().at())
        .build();
  }
}
