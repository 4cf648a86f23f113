package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A call-off as it is stored.
///
/// @param process the version under which it was made ([CallOffProcess])
/// @param dueOn the last day on which the seller can answer; nothing once it waits no more
/// @param ended how it came to wait no more
record CallOffRow(
    Id id,
    long version,
    int process,
    CallOffStatus status,
    Called called,
    @Nullable LocalDate dueOn,
    @Nullable Ended ended) {

  /// As the audit log names it.
  static final String SUBJECT = "call-off";

  /// What was called for, which never changes.
  record Called(
      Id agreementId,
      YearMonth month,
      long quantityKg,
      @Nullable String note,
      Id sellerId,
      Id buyerId,
      Id memberId,
      Instant at) {}

  /// @param memberId nobody where time or the end of the agreement did it
  /// @param reason why it was declined
  record Ended(Instant at, @Nullable Id memberId, @Nullable String reason) {}

  static CallOffRow made(Called called, CallOffStatus status, LocalDate dueOn) {
    return new CallOffRow(
        Id.next(), 1, CallOffProcess.CURRENT.version(), status, called, dueOn, null);
  }

  CallOffProcess rules() {
    return CallOffProcess.of(process);
  }

  @Nullable Side sideOf(Caller caller) {
    if (caller.organisationId().equals(called.sellerId())) {
      return Side.SELLER;
    }
    return caller.organisationId().equals(called.buyerId()) ? Side.BUYER : null;
  }

  /// Whether the last day to answer it is over, whether or not that has been written down yet.
  boolean isOverOn(LocalDate today) {
    return dueOn != null && dueOn.isBefore(today);
  }

  /// What the clock does about it once that day is over.
  CallOffAct clockAct() {
    return rules().actsOf(status, CallOffProcess.Actor.CLOCK).getFirst();
  }

  /// What time made of it on the day after its last one.
  CallOffRow byClock(LocalDate lastDay) {
    return ended(
        clockAct() == CallOffAct.HOLD ? CallOffStatus.ACCEPTED : CallOffStatus.LAPSED,
        new Ended(LocalCalendar.startOf(lastDay.plusDays(1)), null, null));
  }

  /// As it is on a day; in the version in which it is stored.
  CallOffRow asOf(LocalDate today) {
    if (dueOn == null || !isOverOn(today)) {
      return this;
    }
    CallOffRow now = byClock(dueOn);
    return new CallOffRow(id, version, process, now.status, called, null, now.ended);
  }

  CallOffRow ended(CallOffStatus how, Ended why) {
    return new CallOffRow(id, version + 1, process, how, called, null, why);
  }
}
