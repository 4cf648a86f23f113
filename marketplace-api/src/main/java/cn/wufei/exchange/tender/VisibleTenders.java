package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;

/// Which tenders are there for whom: those of sellers from whom the caller does not keep apart, or
/// they from it, and of a lot for approved buyers only where it is one. Whoever takes part goes on:
/// a bid that was sealed counts as the others do, whatever the parties think of each other
/// meanwhile.
@Singleton
class VisibleTenders {

  private final TenderCourses courses;
  private final BidStore bids;
  private final Partners partners;

  VisibleTenders(TenderCourses courses, BidStore bids, Partners partners) {
    this.courses = courses;
    this.bids = bids;
    this.partners = partners;
  }

  /// The tender as of now; what is kept from the caller is not there.
  Outcome<TenderCourse> find(Caller caller, Id id) {
    return Outcome.found(courses.find(id)).then(course -> shown(caller, course));
  }

  Outcome<TenderCourse> shown(Caller caller, TenderCourse course) {
    return course.isInsider(caller)
            || course.tender().isShownIn(partners.circleOf(caller))
            || hasTakenPart(caller.organisationId(), course)
        ? Outcome.done(course)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  /// Also by a bid that was withdrawn, or a deposit.
  private boolean hasTakenPart(Id own, TenderCourse course) {
    return course.deposits().stream().anyMatch(deposit -> deposit.payerId().equals(own))
        || bids.lastOf(course.tender().id(), own) != null;
  }
}
