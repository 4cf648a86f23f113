package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may read what of tenders: the terms everybody for whom they are ([VisibleTenders]), the bids
/// those who take part and the authorities.
@Singleton
class SeeTenders {

  private final TenderStore tenders;
  private final TenderCourses courses;
  private final TenderTimers timers;
  private final TenderViews views;
  private final VisibleTenders visible;
  private final Partners partners;

  SeeTenders(
      TenderStore tenders,
      TenderCourses courses,
      TenderTimers timers,
      TenderViews views,
      VisibleTenders visible,
      Partners partners) {
    this.tenders = tenders;
    this.courses = courses;
    this.timers = timers;
    this.views = views;
    this.visible = visible;
    this.partners = partners;
  }

  /// What is due is written down first, so that the list is of the states of now.
  Page<TenderSummary> page(
      Caller caller,
      @Nullable TenderStatus status,
      @Nullable Id lotId,
      @Nullable MyTenders mine,
      @Nullable Id before,
      int limit) {
    timers.settleDue();
    Page<TenderRow> page =
        Page.ofSurplus(
            tenders.page(status, lotId, mine, partners.circleOf(caller), before, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(views.summaries(caller, courses.of(page.items())), page.next());
  }

  Outcome<Tender> one(Caller caller, Id id) {
    return visible.find(caller, id).map(course -> views.of(caller, course));
  }

  Outcome<OwnBid> ownBid(Caller caller, Id id) {
    return visible.find(caller, id).then(course -> Outcome.found(views.ownBidIn(caller, course)));
  }

  Outcome<List<TenderDeposit>> deposits(Caller caller, Id id) {
    return visible
        .find(caller, id)
        .map(course -> views.deposits(views.depositsFor(caller, course)));
  }

  /// Refused, in this order, to who did not take part, and before the opening has ended.
  Outcome<TenderRecord> record(Caller caller, Id id) {
    return visible
        .find(caller, id)
        .then(course -> {
          if (!course.isInsider(caller)) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
          }
          return course.tender().status().isPastOpening()
              ? Outcome.done(views.record(caller, course))
              : Outcome.refused(TenderRefusal.NOT_OPENED_YET);
        });
  }
}
