package cn.wufei.exchange.delegation;

import cn.wufei.exchange.audit.AuditLog;
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

/// Takes hold of a delegation that somebody is about to move on, and writes each step with its
/// record in the audit log and what is told. What time did before and nobody wrote down yet is seen
/// as done.
@Singleton
class DelegationSteps {

  private final DelegationStore store;
  private final DelegationNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  DelegationSteps(DelegationStore store, DelegationNotices notices, AuditLog audit, Clock clock) {
    this.store = store;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /// @param after the status that it has after the act
  record Held(DelegationRow row, DelegationSide side, DelegationStatus after) {}

  Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  LocalDate today() {
    return LocalCalendar.dayOf(now());
  }

  /// Checked in this order: the caller's firm is a party, [DelegationProcess], the version is the
  /// present one.
  Outcome<Held> lock(Caller caller, Id id, long version, DelegationAct act) {
    DelegationRow row = store.lockDelegation(id);
    DelegationSide side = row == null ? null : row.sideOf(caller);
    if (row == null || side == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return row.rules()
        .after(row.statusOn(today()), act, DelegationProcess.Actor.of(side))
        .then(after ->
            row.version() == version
                ? Outcome.done(new Held(row, side, after))
                : Outcome.refused(CommonRefusal.VERSION_STALE));
  }

  void begin(Caller caller, DelegationRow row) {
    store.insert(row);
    write(caller, row, DelegationSide.DELEGATOR, DelegationAct.OFFER, null);
  }

  DelegationRow take(Caller caller, Held held, DelegationAct act, @Nullable String words) {
    DelegationRow after = held.row().after(held.after(), now(), today());
    store.update(after);
    write(caller, after, held.side(), act, words);
    return after;
  }

  /// Whether time moved it on now: not when somebody else did meanwhile.
  boolean takeByClock(Id id) {
    DelegationRow row = store.lockDelegation(id);
    LocalDate today = today();
    if (row == null || row.statusOn(today) == row.status()) {
      return false;
    }
    DelegationStatus status = row.statusOn(today);
    DelegationRow after = row.after(status, now(), today);
    store.update(after);
    DelegationAct act =
        status == DelegationStatus.LAPSED ? DelegationAct.LAPSE : DelegationAct.EXPIRE;
    write(null, after, null, act, null);
    return true;
  }

  /// Tells both once that it ends soon.
  boolean warn(Id id) {
    DelegationRow row = store.lockDelegation(id);
    if (row == null || row.warned() || row.statusOn(today()) != DelegationStatus.ACTIVE) {
      return false;
    }
    store.markWarned(id);
    notices.ending(row);
    return true;
  }

  private void write(
      @Nullable Caller caller,
      DelegationRow after,
      @Nullable DelegationSide side,
      DelegationAct act,
      @Nullable String words) {
    Id member = caller == null ? null : caller.memberId();
    var step = new DelegationStep(after.id(), after.version(), act, side, member, words, now());
    store.insert(step);
    Map<String, Object> facts = factsOf(after, words);
    if (caller == null) {
      audit.recordAnonymous(act.event(), DelegationRow.SUBJECT, after.id(), facts);
    } else {
      audit.record(caller, act.event(), DelegationRow.SUBJECT, after.id(), facts);
    }
    notices.told(after, step);
  }

  private static Map<String, Object> factsOf(DelegationRow row, @Nullable String words) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("delegatorId", row.delegatorId().toString());
    facts.put("delegateId", row.delegateId().toString());
    facts.put("scopes", DelegationScope.codesOf(row.scopes()));
    facts.put("firstDay", row.firstDay().toString());
    facts.put("untilDay", row.untilDay().toString());
    if (words != null) {
      facts.put("reason", words);
    }
    return facts;
  }
}
