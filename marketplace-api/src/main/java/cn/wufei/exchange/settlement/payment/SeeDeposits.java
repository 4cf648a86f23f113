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

/// Who may read which deposit: who lodged it and who holds it, and nobody else.
@Singleton
@Connectable
class SeeDeposits {

  private final DepositStore deposits;
  private final Organisations organisations;

  SeeDeposits(DepositStore deposits, Organisations organisations) {
    this.deposits = deposits;
    this.organisations = organisations;
  }

  Outcome<Deposit> one(Caller caller, Id id) {
    DepositRow row = deposits.find(id);
    return row != null && row.isParty(caller)
        ? Outcome.done(view(row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Deposit> page(Caller caller, @Nullable Id agreement, @Nullable Id before, int limit) {
    Page<DepositRow> page =
        Page.ofSurplus(
            deposits.page(caller, agreement, before, limit + 1), limit, row -> row.id().toString());
    return new Page<>(views(page.items()), page.next());
  }

  Deposit view(DepositRow row) {
    return views(List.of(row)).getFirst();
  }

  List<Deposit> views(List<DepositRow> rows) {
    Map<Id, OrganisationRef> parties =
        organisations.findAll(
            rows.stream()
                .flatMap(row -> Stream.of(row.lodgerId(), row.holderId()))
                .collect(Collectors.toSet()));
    Map<Id, List<DepositMove>> moves =
        rows.isEmpty() ? Map.of() : deposits.moves(rows.stream().map(DepositRow::id).toList());
    return rows.stream()
        .map(row ->
            new Deposit(
                row.id(),
                row.version(),
                row.status(),
                row.agreementId(),
                row.agreementNumber(),
                Objects.requireNonNull(parties.get(row.lodgerId())),
                Objects.requireNonNull(parties.get(row.holderId())),
                row.amountFen(),
                row.heldFen(),
                row.lodgedOn(),
                row.bankReference(),
                row.recordedAt(),
                row.answeredAt(),
                row.rejectionReason(),
                moves.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
