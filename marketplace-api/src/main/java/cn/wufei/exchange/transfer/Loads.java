package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Loads for the features that report on them. Who may see a load is the asking feature's business.
@Singleton
@Connectable
public class Loads {

  private final LoadStore store;
  private final LoadViews views;

  Loads(LoadStore store, LoadViews views) {
    this.store = store;
    this.views = views;
  }

  public @Nullable Load find(Id id) {
    LoadRow row = store.find(id);
    return row == null ? null : views.of(row);
  }

  /// Those that exist, by id.
  public Map<Id, Load> findAll(Collection<Id> ids) {
    Map<Id, Load> found = new LinkedHashMap<>();
    views
        .ofAll(ids.isEmpty() ? List.of() : store.findAll(ids))
        .forEach(load -> found.put(load.id(), load));
    return found;
  }
}
