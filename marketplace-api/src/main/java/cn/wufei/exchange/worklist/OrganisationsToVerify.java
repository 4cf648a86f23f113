package cn.wufei.exchange.worklist;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.PendingOrganisation;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Organisations that wait to be let in. It lies here and not with the organisations, since the
/// worklist names them.
@Singleton
class OrganisationsToVerify implements WorkSource {

  private final Organisations organisations;

  OrganisationsToVerify(Organisations organisations) {
    this.organisations = organisations;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.VERIFICATION;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.OPERATOR) || caller.may(Role.AUDIT_INDUSTRY);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(organisations.countPending());
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<PendingOrganisation> page =
        Page.ofSurplus(
            organisations.pagePending(after, limit + 1),
            limit,
            pending -> pending.organisation().id().toString());
    return new Page<>(page.items().stream().map(OrganisationsToVerify::item).toList(), page.next());
  }

  private static WorkItem item(PendingOrganisation pending) {
    return WorkItem.of(
            WorkKind.VERIFICATION, pending.organisation().id(), pending.organisation().name())
        .labelEn(pending.organisation().nameEn())
        .partner(pending.organisation())
        .note(pending.uscc())
        .since(pending.registeredAt())
        .build();
  }
}
