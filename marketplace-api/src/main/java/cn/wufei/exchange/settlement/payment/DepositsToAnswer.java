package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Deposits with us that we have not confirmed, and what was given back to us of ours.
@Singleton
class DepositsToAnswer implements WorkSource {

  private final DepositStore store;
  private final Organisations organisations;

  DepositsToAnswer(DepositStore store, Organisations organisations) {
    this.store = store;
    this.organisations = organisations;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.DEPOSIT;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    Id own = caller.organisationId();
    return WorkCount.of(store.waitingFor(own) + store.releasesWaitingFor(own));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Id own = caller.organisationId();
    List<Waiting> waiting = new ArrayList<>();
    store
        .pageWaiting(own, after, limit + 1)
        .forEach(row -> waiting.add(new Waiting(row.id(), row, null)));
    store
        .pageReleasesWaiting(own, after, limit + 1)
        .forEach((move, row) -> waiting.add(new Waiting(move.id(), row, move)));
    waiting.sort(Comparator.comparing(Waiting::id));
    Page<Waiting> page = Page.ofSurplus(waiting, limit, one -> one.id().toString());
    Map<Id, OrganisationRef> partners =
        organisations.findAll(page.items().stream().map(Waiting::partner).distinct().toList());
    return new Page<>(
        page.items().stream().map(one -> one.item(partners.get(one.partner()))).toList(),
        page.next());
  }

  /// @param release what was given back, where that waits
  private record Waiting(Id id, DepositRow deposit, @Nullable DepositMove release) {

    Id partner() {
      return release == null ? deposit.lodgerId() : deposit.holderId();
    }

    WorkItem item(@Nullable OrganisationRef partner) {
      return WorkItem.of(WorkKind.DEPOSIT, deposit.id(), deposit.agreementNumber())
          .key(id.toString())
          .aspect(release == null ? "confirm" : "release")
          .partner(partner)
          .amount(release == null ? deposit.amountFen() : release.amountFen())
          .since(release == null ? deposit.recordedAt() : release.recordedAt())
          .build();
    }
  }
}
