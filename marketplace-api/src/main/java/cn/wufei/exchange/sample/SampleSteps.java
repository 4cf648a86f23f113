package cn.wufei.exchange.sample;

import cn.wufei.exchange.audit.AuditLog;
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

/// Takes hold of a request that somebody is about to move on, and writes each step with its record
/// in the audit log and what is told. What time did before and nobody wrote down yet is written
/// first, so that a course has no gap.
@Singleton
class SampleSteps {

  private final SampleStore store;
  private final SampleStepStore steps;
  private final SampleViews views;
  private final SampleNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  SampleSteps(
      SampleStore store,
      SampleStepStore steps,
      SampleViews views,
      SampleNotices notices,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.steps = steps;
    this.views = views;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /// A request that is held, and how the caller stands to it.
  ///
  /// @param stored as it is written
  /// @param row as it is today
  record Held(SampleRow stored, SampleRow row, Side side) {}

  /// What a step says.
  record Said(@Nullable LocalDate day, @Nullable String words) {

    static final Said NOTHING = new Said(null, null);
  }

  LocalDate today() {
    return LocalCalendar.dayOf(now());
  }

  /// Checked in this order: the caller is a party, the sample has come so far today and the act is
  /// the caller's to do ([SampleProcess]), the version is the present one.
  Outcome<Held> lock(Caller caller, Id id, long version, SampleAct act) {
    SampleRow stored = store.lockSample(id);
    Side side = stored == null ? null : stored.sideOf(caller);
    if (stored == null || side == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    LocalDate today = today();
    LocalDate due = stored.dueOn();
    SampleRow row = due != null && due.isBefore(today) ? stored.byClock(due) : stored;
    return row.rules()
        .after(row.status(), act, SampleProcess.Actor.of(side))
        .then(_ ->
            stored.version() == version
                ? Outcome.done(new Held(stored, row, side))
                : Outcome.refused(CommonRefusal.VERSION_STALE));
  }

  /// Begins a course.
  Sample begin(Caller caller, SampleRow row) {
    store.insert(row);
    write(caller, row, stepOf(caller, Side.BUYER, row, SampleAct.ASK, Said.NOTHING));
    return views.of(caller, row);
  }

  /// @param after the request after the act
  Sample take(Caller caller, Held held, SampleRow after, SampleAct act, Said said) {
    writeClock(held);
    store.update(after);
    write(caller, after, stepOf(caller, held.side(), after, act, said));
    return views.of(caller, after);
  }

  /// Whether time moved it on now: not when somebody else did meanwhile.
  boolean takeByClock(Id id) {
    SampleRow stored = store.lockSample(id);
    LocalDate due = stored == null ? null : stored.dueOn();
    if (stored == null || due == null || !due.isBefore(today())) {
      return false;
    }
    byClock(stored, stored.byClock(due));
    return true;
  }

  private void writeClock(Held held) {
    if (!held.row().equals(held.stored())) {
      byClock(held.stored(), held.row());
    }
  }

  private void byClock(SampleRow stored, SampleRow after) {
    store.update(after);
    SampleAct act = stored.clockAct();
    LocalDate day = act == SampleAct.PRESUME_RECEIVED ? after.receivedOn() : stored.dueOn();
    write(
        null,
        after,
        new SampleStep(after.id(), after.version(), act, null, null, day, null, now()));
  }

  private SampleStep stepOf(Caller caller, Side side, SampleRow after, SampleAct act, Said said) {
    return new SampleStep(
        after.id(), after.version(), act, side, caller.memberId(), said.day(), said.words(), now());
  }

  private void write(@Nullable Caller caller, SampleRow after, SampleStep step) {
    steps.insert(step);
    Map<String, Object> facts = factsOf(after, step);
    if (caller == null) {
      audit.recordAnonymous(step.act().event(), SampleRow.SUBJECT, after.id(), facts);
    } else {
      audit.record(caller, step.act().event(), SampleRow.SUBJECT, after.id(), facts);
    }
    notices.told(after, step);
  }

  private static Map<String, Object> factsOf(SampleRow after, SampleStep step) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (step.act() == SampleAct.ASK) {
      facts.put("lotId", after.asked().lotId().toString());
      facts.put("quantityG", after.asked().quantityG());
    }
    LocalDate day = step.day();
    if (day != null) {
      facts.put("day", day.toString());
    }
    SampleDispatch dispatch = after.dispatch();
    if (step.act() == SampleAct.SEND && dispatch != null) {
      facts.put("mark", dispatch.mark());
    }
    SampleVerdict verdict = after.verdict();
    if (verdict != null) {
      facts.put("verdict", verdict.code());
    }
    return facts;
  }

  Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
