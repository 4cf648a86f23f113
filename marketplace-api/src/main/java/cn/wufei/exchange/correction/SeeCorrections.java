package cn.wufei.exchange.correction;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may read which correction: who proposed it, who answers it, and the authorities.
@Singleton
@Connectable
class SeeCorrections {

  private final CorrectionStore store;
  private final CorrectionViews views;
  private final Clock clock;

  SeeCorrections(CorrectionStore store, CorrectionViews views, Clock clock) {
    this.store = store;
    this.views = views;
    this.clock = clock;
  }

  Outcome<Correction> one(Caller caller, Id id) {
    CorrectionRow row = store.find(id);
    return row != null && row.maySee(caller)
        ? Outcome.done(views.of(caller, row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Correction> page(CorrectionQuery query, @Nullable Id before, int limit) {
    Page<CorrectionRow> page =
        Page.ofSurplus(
            store.page(query, Instant.now(clock), before, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(views.ofAll(query.caller(), page.items()), page.next());
  }
}
