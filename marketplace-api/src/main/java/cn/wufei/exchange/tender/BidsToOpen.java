package cn.wufei.exchange.tender;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WholeWork;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Bids of ours that count and are not opened, while they can be.
@Singleton
class BidsToOpen extends WholeWork {

  private final TenderStore store;
  private final TenderCourses courses;
  private final Organisations organisations;

  BidsToOpen(TenderStore store, TenderCourses courses, Organisations organisations) {
    this.store = store;
    this.courses = courses;
    this.organisations = organisations;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.BID_TO_OPEN;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  protected List<WorkItem> all(Caller caller) {
    List<TenderRow> all = tenders(caller);
    Map<Id, OrganisationRef> sellers =
        organisations.findAll(all.stream().map(TenderRow::sellerId).distinct().toList());
    return all.stream()
        .map(tender ->
            WorkItem.of(WorkKind.BID_TO_OPEN, tender.id(), tender.lotTitle())
                .partner(sellers.get(tender.sellerId()))
                .material(tender.materialKey())
                .mass(tender.terms().quantityKg())
                .since(tender.terms().closesAt())
                .due(LocalCalendar.dayOf(tender.opensUntil()))
                .build())
        .toList();
  }

  private List<TenderRow> tenders(Caller caller) {
    Id own = caller.organisationId();
    return courses.of(store.liveSealedBy(own)).stream()
        .filter(course -> course.tender().status() == TenderStatus.OPENING)
        .filter(course ->
            course.secured().stream()
                .anyMatch(bid -> bid.bidderId().equals(own) && bid.status() == BidStatus.SEALED))
        .map(TenderCourse::tender)
        .toList();
  }
}
