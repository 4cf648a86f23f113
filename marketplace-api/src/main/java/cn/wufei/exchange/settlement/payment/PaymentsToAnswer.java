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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Payments to us that we have not confirmed or rejected.
@Singleton
class PaymentsToAnswer implements WorkSource {

  private final PaymentStore store;
  private final Organisations organisations;

  PaymentsToAnswer(PaymentStore store, Organisations organisations) {
    this.store = store;
    this.organisations = organisations;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.PAYMENT;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.waitingFor(caller.organisationId()));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<PaymentRow> page =
        Page.ofSurplus(
            store.pageWaiting(caller.organisationId(), after, limit + 1),
            limit,
            row -> row.id().toString());
    Map<Id, OrganisationRef> payers =
        organisations.findAll(page.items().stream().map(PaymentRow::payerId).distinct().toList());
    return new Page<>(
        page.items().stream()
            .map(payment ->
                WorkItem.of(WorkKind.PAYMENT, payment.id(), payment.number())
                    .partner(payers.get(payment.payerId()))
                    .amount(payment.amountFen())
                    .since(payment.recordedAt())
                    .build())
            .toList(),
        page.next());
  }
}
