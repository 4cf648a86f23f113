package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WholeWork;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/// Tenders of ours whose opening has ended.
@Singleton
class TendersToAward extends WholeWork {

  private final TenderStore store;
  private final TenderCourses courses;

  TendersToAward(TenderStore store, TenderCourses courses) {
    this.store = store;
    this.courses = courses;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.TENDER_TO_AWARD;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  protected List<WorkItem> all(Caller caller) {
    return courses.of(store.liveOf(caller.organisationId())).stream()
        .map(TenderCourse::tender)
        .filter(tender -> tender.status() == TenderStatus.AWARDING)
        .map(tender ->
            WorkItem.of(WorkKind.TENDER_TO_AWARD, tender.id(), tender.lotTitle())
                .material(tender.materialKey())
                .mass(tender.terms().quantityKg())
                .since(tender.openedUntil())
                .due(LocalCalendar.dayOf(Objects.requireNonNull(tender.awardUntil())))
                .build())
        .toList();
  }
}
