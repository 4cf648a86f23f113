package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who may read which load: its parties, and the authorities.
@Singleton
@Connectable
class SeeLoads {

  private final LoadStore store;
  private final LoadViews views;

  SeeLoads(LoadStore store, LoadViews views) {
    this.store = store;
    this.views = views;
  }

  Outcome<Load> one(Caller caller, Id id) {
    LoadRow row = store.find(id);
    return row != null && row.route().maySee(caller)
        ? Outcome.done(views.of(row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Load> page(LoadQuery query, @Nullable Id before, int limit) {
    Page<LoadRow> page =
        Page.ofSurplus(store.page(query, before, limit + 1), limit, row -> row.id().toString());
    return new Page<>(views.ofAll(page.items()), page.next());
  }
}
