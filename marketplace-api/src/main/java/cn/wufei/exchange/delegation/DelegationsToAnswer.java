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

/// Delegations that other firms offered, for the administrator who takes them on or declines.
@Singleton
class DelegationsToAnswer implements WorkSource {

  private final DelegationStore store;
  private final Organisations organisations;
  private final Clock clock;

  DelegationsToAnswer(DelegationStore store, Organisations organisations, Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.DELEGATION;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.ORG_ADMIN);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.countToAnswer(caller.organisationId(), today()));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<DelegationRow> page =
        Page.ofSurplus(
            store.pageToAnswer(caller.organisationId(), today(), after, limit + 1),
            limit,
            row -> row.id().toString());
    Map<Id, OrganisationRef> firms =
        organisations.findAll(page.items().stream().map(DelegationRow::delegatorId).toList());
    return new Page<>(
        page.items().stream()
            .map(row -> item(row, Objects.requireNonNull(firms.get(row.delegatorId()))))
            .toList(),
        page.next());
  }

  private static WorkItem item(DelegationRow row, OrganisationRef firm) {
    return WorkItem.of(WorkKind.DELEGATION, row.id(), firm.name())
        .labelEn(firm.nameEn())
        .partner(firm)
        .note(row.note())
        .since(row.offeredAt())
        .due(row.answerBy())
        .build();
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }
}
