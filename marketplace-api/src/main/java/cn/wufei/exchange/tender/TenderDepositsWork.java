package cn.wufei.exchange.tender;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WholeWork;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The two kinds of work that a seller has with deposits: to confirm or reject what is recorded,
/// and to release or forfeit what is confirmed when the tender is over.
@Factory
class TenderDepositsWork {

  private final TenderDepositStore store;
  private final TenderCourses courses;
  private final Organisations organisations;

  TenderDepositsWork(TenderDepositStore store, TenderCourses courses, Organisations organisations) {
    this.store = store;
    this.courses = courses;
    this.organisations = organisations;
  }

  @Singleton
  @Named("tender-deposits-to-answer")
  WorkSource toAnswer() {
    return new Source(WorkKind.TENDER_DEPOSIT, TenderDepositStatus.RECORDED, _ -> true);
  }

  @Singleton
  @Named("tender-deposits-to-return")
  WorkSource toReturn() {
    return new Source(
        WorkKind.TENDER_DEPOSIT_RETURN,
        TenderDepositStatus.CONFIRMED,
        tender -> !tender.status().isLive());
  }

  private final class Source extends WholeWork {

    private final WorkKind kind;
    private final TenderDepositStatus status;
    private final Predicate<TenderRow> waits;

    private Source(WorkKind kind, TenderDepositStatus status, Predicate<TenderRow> waits) {
      this.kind = kind;
      this.status = status;
      this.waits = waits;
    }

    @Override
    public WorkKind kind() {
      return kind;
    }

    @Override
    public boolean isFor(Caller caller) {
      return caller.may(Role.TRADER);
    }

    @Override
    protected List<WorkItem> all(Caller caller) {
      List<TenderDepositRow> deposits = store.ofHolder(caller.organisationId(), status);
      Map<Id, TenderCourse> byId =
          courses.findAll(deposits.stream().map(TenderDepositRow::tenderId).distinct().toList());
      Map<Id, OrganisationRef> payers =
          organisations.findAll(
              deposits.stream().map(TenderDepositRow::payerId).distinct().toList());
      List<WorkItem> items = new ArrayList<>();
      for (TenderDepositRow deposit : deposits) {
        TenderRow tender = Objects.requireNonNull(byId.get(deposit.tenderId())).tender();
        if (waits.test(tender)) {
          items.add(item(tender, deposit, payers.get(deposit.payerId())));
        }
      }
      return items;
    }

    private WorkItem item(
        TenderRow tender, TenderDepositRow deposit, @Nullable OrganisationRef payer) {
      Instant ended = tender.endedAt();
      return WorkItem.of(kind, tender.id(), tender.lotTitle())
          .key(deposit.id().toString())
          .partner(payer)
          .amount(deposit.amountFen())
          .note(deposit.bankReference())
          .since(kind == WorkKind.TENDER_DEPOSIT || ended == null ? deposit.recordedAt() : ended)
          .build();
    }
  }
}
