package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.LotsInTender;
import jakarta.inject.Singleton;

/// Says of a lot whether a tender binds it.
@Singleton
class LiveTenders implements LotsInTender {

  private final TenderCourses courses;

  LiveTenders(TenderCourses courses) {
    this.courses = courses;
  }

  @Override
  public boolean isInTender(Id lot) {
    return courses.findLive(lot) != null;
  }
}
