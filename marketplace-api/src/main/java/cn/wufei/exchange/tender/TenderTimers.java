package cn.wufei.exchange.tender;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clock of tenders: bids close, openings end, awards lapse, and bidders who have not opened
/// their bids are reminded. Every instance looks; the tender is held, so one of them does it and
/// the others find it done.
@Singleton
class TenderTimers {

  private static final Logger LOG = LoggerFactory.getLogger(TenderTimers.class);
  private static final int TENDERS_MAX = 500;

  private final TenderStore tenders;
  private final TenderDesk desk;
  private final TenderNotices notices;
  private final Writes writes;

  TenderTimers(TenderStore tenders, TenderDesk desk, TenderNotices notices, Writes writes) {
    this.tenders = tenders;
    this.desk = desk;
    this.notices = notices;
    this.writes = writes;
  }

  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  void run() {
    settleDue();
    tenders.toRemind(desk.now(), TENDERS_MAX).forEach(id -> attempt(id, this::remind));
  }

  /// Writes down what is due of all tenders.
  void settleDue() {
    tenders.due(desk.now(), TENDERS_MAX).forEach(id -> attempt(id, desk::hold));
  }

  private void attempt(Id id, Function<Id, Outcome<TenderCourse>> work) {
    try {
      writes.apart(false, () -> work.apply(id));
    } catch (RuntimeException e) {
      LOG.warn("Tender {} could not go on", id, e);
    }
  }

  private Outcome<TenderCourse> remind(Id id) {
    return desk.hold(id)
        .map(course -> {
          if (course.tender().status() == TenderStatus.OPENING && tenders.remind(id, desk.now())) {
            notices.reminder(course);
          }
          return course;
        });
  }
}
