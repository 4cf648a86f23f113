package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may read which payment: payer and payee, and nobody else.
@Singleton
@Connectable
class SeePayments {

  private final PaymentStore payments;
  private final Organisations organisations;

  SeePayments(PaymentStore payments, Organisations organisations) {
    this.payments = payments;
    this.organisations = organisations;
  }

  Outcome<Payment> one(Caller caller, Id id) {
    PaymentRow row = payments.find(id);
    return row != null && row.isParty(caller)
        ? Outcome.done(view(row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Payment> page(
      Caller caller, @Nullable PaymentStatus status, @Nullable Id before, int limit) {
    Page<PaymentRow> page =
        Page.ofSurplus(
            payments.page(caller, status, before, limit + 1), limit, row -> row.id().toString());
    return new Page<>(views(page.items()), page.next());
  }

  Payment view(PaymentRow row) {
    return views(List.of(row)).getFirst();
  }

  List<Payment> views(List<PaymentRow> rows) {
    Map<Id, OrganisationRef> parties =
        organisations.findAll(
            rows.stream()
                .flatMap(row -> Stream.of(row.payerId(), row.payeeId()))
                .collect(Collectors.toSet()));
    return rows.stream()
        .map(row ->
            new Payment(
                row.id(),
                row.number(),
                row.version(),
                row.status(),
                Objects.requireNonNull(parties.get(row.payerId())),
                Objects.requireNonNull(parties.get(row.payeeId())),
                row.purpose(),
                row.amountFen(),
                row.paidOn(),
                row.bankReference(),
                row.note(),
                row.settledFen(),
                row.prepaidFen(),
                row.recordedAt(),
                row.answeredAt(),
                row.rejectionReason()))
        .toList();
  }
}
