package cn.wufei.exchange.approval;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down that the last day of a request is over. Every instance looks; the request is held,
/// so one of them does it and the others find it done.
@Singleton
class ApprovalTimers {

  private static final Logger LOG = LoggerFactory.getLogger(ApprovalTimers.class);
  private static final int REQUESTS_MAX = 500;

  private final ApprovalStore store;
  private final ApprovalViews views;
  private final EndedRequests ended;
  private final Writes writes;

  ApprovalTimers(ApprovalStore store, ApprovalViews views, EndedRequests ended, Writes writes) {
    this.store = store;
    this.views = views;
    this.ended = ended;
    this.writes = writes;
  }

  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  void run() {
    LocalDate today = views.today();
    for (Id id : store.overBefore(today, REQUESTS_MAX)) {
      try {
        writes.apart(false, () -> Outcome.done(end(id, today)));
      } catch (RuntimeException e) {
        LOG.warn("Request {} could not be ended", id, e);
      }
    }
  }

  private boolean end(Id id, LocalDate today) {
    ApprovalRow row = store.lockRequest(id);
    if (row == null || !row.isOverOn(today)) {
      return false;
    }
    ended.overtaken(row, OvertakenBy.TIME_OVER);
    return true;
  }
}
