package cn.wufei.exchange.partner;

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

/// Approvals of buyers that run out, for whoever can renew them.
@Singleton
class ApprovalsEnding implements WorkSource {

  /// How many days before its last day an approval is said to run out.
  static final int WARNING_DAYS = 30;

  private final PartnerStore store;
  private final Organisations organisations;
  private final Clock clock;

  ApprovalsEnding(PartnerStore store, Organisations organisations, Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.APPROVAL_ENDING;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.ORG_ADMIN);
  }

  @Override
  public WorkCount count(Caller caller) {
    LocalDate today = today();
    return WorkCount.of(
        store.countEnding(caller.organisationId(), today, today.plusDays(WARNING_DAYS)));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    LocalDate today = today();
    Page<PartnerDecision> page =
        Page.ofSurplus(
            store.pageEnding(
                caller.organisationId(), today, today.plusDays(WARNING_DAYS), after, limit + 1),
            limit,
            head -> head.id().toString());
    Map<Id, OrganisationRef> firms =
        organisations.findAll(page.items().stream().map(PartnerDecision::partnerId).toList());
    return new Page<>(
        page.items().stream()
            .map(head -> item(head, Objects.requireNonNull(firms.get(head.partnerId()))))
            .toList(),
        page.next());
  }

  private static WorkItem item(PartnerDecision head, OrganisationRef firm) {
    return WorkItem.of(WorkKind.APPROVAL_ENDING, firm.id(), firm.name())
        .labelEn(firm.nameEn())
        .note(head.approvalNumber())
        .due(Objects.requireNonNull(head.validTo()))
        .build();
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }
}
