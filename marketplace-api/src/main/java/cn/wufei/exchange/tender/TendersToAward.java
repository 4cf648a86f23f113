package cn.wufei.exchange.tender;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tenders of ours whose opening has ended.
@Singleton
class TendersToAward implements WorkSource {

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
  public WorkCount count(Caller caller) {
    return WorkCount.of(all(caller).size());
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    return WorkPages.of(
        all(caller).stream()
            .map(tender ->
                WorkItem.of(WorkKind.TENDER_TO_AWARD, tender.id(), tender.lotTitle())
                    .material(tender.materialKey())
                    .mass(tender.terms().quantityKg())
                    .since(tender.openedUntil())
                    .due(LocalCalendar.dayOf(Objects.requireNonNull(tender.awardUntil())))
                    .build())
            .toList(),
        after,
        limit);
  }

  private List<TenderRow> all(Caller caller) {
    return courses.of(store.liveOf(caller.organisationId())).stream()
        .map(TenderCourse::tender)
        .filter(tender -> tender.status() == TenderStatus.AWARDING)
        .toList();
  }
}
