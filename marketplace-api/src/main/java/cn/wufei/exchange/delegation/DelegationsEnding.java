package cn.wufei.exchange.delegation;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Delegations whose last day is near, for the administrators of both firms.
@Singleton
class DelegationsEnding implements WorkSource {

  private final DelegationStore store;
  private final Organisations organisations;
  private final Clock clock;

  DelegationsEnding(DelegationStore store, Organisations organisations, Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.DELEGATION_ENDING;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.ORG_ADMIN);
  }

  @Override
  public WorkCount count(Caller caller) {
    LocalDate today = today();
    return WorkCount.of(store.countEnding(caller.organisationId(), today, lastOf(today)));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    LocalDate today = today();
    Page<DelegationRow> page =
        Page.ofSurplus(
            store.pageEnding(caller.organisationId(), today, lastOf(today), after, limit + 1),
            limit,
            row -> row.id().toString());
    Map<Id, OrganisationRef> firms =
        organisations.findAll(
            page.items().stream().map(row -> otherOf(caller, row)).distinct().toList());
    return new Page<>(
        page.items().stream()
            .map(row -> item(row, Objects.requireNonNull(firms.get(otherOf(caller, row)))))
            .toList(),
        page.next());
  }

  private static Id otherOf(Caller caller, DelegationRow row) {
    return row.sideOf(caller) == DelegationSide.DELEGATOR ? row.delegateId() : row.delegatorId();
  }

  private static WorkItem item(DelegationRow row, OrganisationRef firm) {
    return WorkItem.of(WorkKind.DELEGATION_ENDING, row.id(), firm.name())
        .labelEn(firm.nameEn())
        .due(row.lastDay())
        .build();
  }

  private static LocalDate lastOf(LocalDate today) {
    return today.plusDays(DelegationProcess.CURRENT.warningDays());
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }
}
