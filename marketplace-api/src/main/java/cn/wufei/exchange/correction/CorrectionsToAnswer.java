package cn.wufei.exchange.correction;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Corrections that the caller can approve or decline alone.
@Singleton
class CorrectionsToAnswer implements WorkSource {

  private final CorrectionStore store;
  private final CorrectionViews views;
  private final Deciders deciders;
  private final Clock clock;

  CorrectionsToAnswer(
      CorrectionStore store, CorrectionViews views, Deciders deciders, Clock clock) {
    this.store = store;
    this.views = views;
    this.deciders = deciders;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.CORRECTION;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.countToAnswer(deciders.answerer(caller), Instant.now(clock)));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<CorrectionRow> page =
        Page.ofSurplus(
            store.pageToAnswer(deciders.answerer(caller), Instant.now(clock), after, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(
        views.ofAll(caller, page.items()).stream().map(CorrectionsToAnswer::item).toList(),
        page.next());
  }

  private static WorkItem item(Correction correction) {
    return WorkItem.of(WorkKind.CORRECTION, correction.subjectId(), correction.subjectLabel())
        .key(correction.id().toString())
        .parent(correction.parentId())
        .aspect(correction.kind().code())
        .voids(correction.voids())
        .partner(correction.proposer())
        .note(correction.reason())
        .since(correction.proposedAt())
        .due(LocalCalendar.dayOf(correction.expiresAt()))
        .build();
  }
}
