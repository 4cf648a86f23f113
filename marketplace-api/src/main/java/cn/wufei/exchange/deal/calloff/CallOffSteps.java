package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.AgreementCallOffs;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes hold of a call-off that somebody is about to move on, and writes each step with its record
/// in the audit log and what is told. Whoever moves one on holds its agreement, so of what several
/// do at once one thing happens.
@Singleton
class CallOffSteps implements AgreementCallOffs {

  private final Agreements agreements;
  private final CallOffStore store;
  private final CallOffNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  CallOffSteps(
      Agreements agreements,
      CallOffStore store,
      CallOffNotices notices,
      AuditLog audit,
      Clock clock) {
    this.agreements = agreements;
    this.store = store;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /// A call-off whose agreement is held, and how the caller stands to it.
  record Held(Agreement agreement, CallOffRow row, Side side, CallOffStatus after) {}

  Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  LocalDate today() {
    return LocalCalendar.dayOf(now());
  }

  /// Checked in this order: the caller is a party, the call-off is one of that agreement, it waits
  /// today and the act is the caller's to do ([CallOffProcess]), the version is the present one.
  Outcome<Held> lock(Caller caller, Id agreementId, Id id, long version, CallOffAct act) {
    Agreement agreement = agreements.hold(agreementId);
    Side side = agreement == null ? null : agreement.sideOf(caller.organisationId());
    CallOffRow row = side == null ? null : store.find(id);
    if (agreement == null
        || side == null
        || row == null
        || !row.called().agreementId().equals(agreementId)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return row.rules()
        .after(row.asOf(today()).status(), act, CallOffProcess.Actor.of(side))
        .then(after ->
            row.version() == version
                ? Outcome.done(new Held(agreement, row, side, after))
                : Outcome.refused(CommonRefusal.VERSION_STALE));
  }

  void begin(Caller caller, Agreement agreement, CallOffRow row) {
    store.insert(row);
    record(caller, row, CallOffAct.CALL);
    notices.told(agreement, row, CallOffAct.CALL, Side.BUYER);
  }

  /// @param reason why it is declined
  CallOffRow take(Caller caller, Held held, CallOffAct act, @Nullable String reason) {
    CallOffRow after =
        held.row().ended(held.after(), new CallOffRow.Ended(now(), caller.memberId(), reason));
    store.update(after);
    record(caller, after, act);
    notices.told(held.agreement(), after, act, held.side());
    return after;
  }

  /// Writes what time made of a call-off, if it did; its agreement is held.
  void writeClock(Agreement agreement, CallOffRow row) {
    LocalDate due = row.dueOn();
    if (due == null || !row.isOverOn(today())) {
      return;
    }
    CallOffRow after = row.byClock(due);
    store.update(after);
    record(null, after, row.clockAct());
    notices.told(agreement, after, row.clockAct(), null);
  }

  /// Whether time moved it on now: not when somebody else did meanwhile.
  boolean takeByClock(Id agreementId, Id id) {
    Agreement agreement = agreements.hold(agreementId);
    CallOffRow row = store.find(id);
    if (agreement == null || row == null || !row.isOverOn(today())) {
      return false;
    }
    writeClock(agreement, row);
    return true;
  }

  @Override
  public void ended(Agreement framework) {
    LocalDate today = today();
    for (CallOffRow row : store.of(framework.id())) {
      if (row.isOverOn(today)) {
        writeClock(framework, row);
      } else if (row.rules().after(row.status(), CallOffAct.END, CallOffProcess.Actor.AGREEMENT)
          instanceof Outcome.Done<CallOffStatus>(CallOffStatus after)) {
        CallOffRow over = row.ended(after, new CallOffRow.Ended(now(), null, null));
        store.update(over);
        record(null, over, CallOffAct.END);
        notices.told(framework, over, CallOffAct.END, null);
      }
    }
  }

  private void record(@Nullable Caller caller, CallOffRow row, CallOffAct act) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("agreementId", row.called().agreementId().toString());
    facts.put("month", row.called().month().toString());
    facts.put("quantityKg", row.called().quantityKg());
    facts.put("status", row.status().code());
    if (caller == null) {
      audit.recordAnonymous(act.event(), CallOffRow.SUBJECT, row.id(), facts);
    } else {
      audit.record(caller, act.event(), CallOffRow.SUBJECT, row.id(), facts);
    }
  }
}
