package cn.wufei.exchange.partner;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// How firms stand with each other, for the features that offer the one to the other. Read anew by
/// one short query each time, in the current transaction when there is one: what was decided holds
/// from the next request on.
@Singleton
public class Partners {

  private final PartnerStore store;
  private final Clock clock;

  Partners(PartnerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// As the caller's organisation stands today; an authority stands with everybody.
  public Circle circleOf(Caller caller) {
    return caller.role().seesAll()
        ? Circle.ofAll(caller.organisationId())
        : circleOf(caller.organisationId());
  }

  /// As a firm stands today, by the calendar of China.
  public Circle circleOf(Id organisation) {
    return store.circleOf(organisation, LocalCalendar.dayOf(Instant.now(clock)));
  }
}
