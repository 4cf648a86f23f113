package cn.wufei.exchange.tender;

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
import cn.wufei.exchange.worklist.WorkPages;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bids of ours that count and are not opened, while they can be.
@Singleton
class BidsToOpen implements WorkSource {

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
  public WorkCount count(Caller caller) {
    return WorkCount.of(all(caller).size());
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    List<TenderRow> all = all(caller);
    Map<Id, OrganisationRef> sellers =
        organisations.findAll(all.stream().map(TenderRow::sellerId).distinct().toList());
    return WorkPages.of(
        all.stream()
            .map(tender ->
                WorkItem.of(WorkKind.BID_TO_OPEN, tender.id(), tender.lotTitle())
                    .partner(sellers.get(tender.sellerId()))
                    .material(tender.materialKey())
                    .mass(tender.terms().quantityKg())
                    .since(tender.terms().closesAt())
                    .due(LocalCalendar.dayOf(tender.opensUntil()))
                    .build())
            .toList(),
        after,
        limit);
  }

  private List<TenderRow> all(Caller caller) {
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
