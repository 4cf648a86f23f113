package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Call-offs that wait for us as the seller.
@Singleton
@Connectable
class CallOffsToAnswer implements WorkSource {

  private final CallOffStore store;
  private final CallOffViews views;
  private final Agreements agreements;

  CallOffsToAnswer(CallOffStore store, CallOffViews views, Agreements agreements) {
    this.store = store;
    this.views = views;
    this.agreements = agreements;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.CALL_OFF;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.countToAnswer(caller.organisationId(), views.today()));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<CallOffRow> page =
        Page.ofSurplus(
            store.pageToAnswer(caller.organisationId(), views.today(), after, limit + 1),
            limit,
            row -> row.id().toString());
    Map<Id, Agreement> about =
        agreements.findAll(
            page.items().stream().map(row -> row.called().agreementId()).distinct().toList());
    return new Page<>(
        page.items().stream()
            .map(row -> item(row, Objects.requireNonNull(about.get(row.called().agreementId()))))
            .toList(),
        page.next());
  }

  private static WorkItem item(CallOffRow row, Agreement agreement) {
    return WorkItem.of(WorkKind.CALL_OFF, agreement.id(), agreement.lotTitle())
        .key(row.id().toString())
        .aspect(row.status() == CallOffStatus.CALLED ? "called" : "consent")
        .partner(agreement.buyer())
        .material(agreement.materialKey())
        .mass(row.called().quantityKg())
        .month(row.called().month())
        .note(agreement.number())
        .since(row.called().at())
        .due(Objects.requireNonNull(row.dueOn()))
        .build();
  }
}
