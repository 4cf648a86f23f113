package cn.wufei.exchange.correction;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.correction.CorrectionRow.Party;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Proposes that something was otherwise than it is recorded. What needs nobody's approval, as a
/// dispatch before the load has ended, is corrected at once.
@Singleton
class ProposeCorrection {

  private final Facts facts;
  private final ApplyCorrection apply;
  private final CorrectionStore store;
  private final CorrectionViews views;
  private final CorrectionSettings settings;
  private final AuditLog audit;
  private final Clock clock;

  ProposeCorrection(
      Facts facts,
      ApplyCorrection apply,
      CorrectionStore store,
      CorrectionViews views,
      CorrectionSettings settings,
      AuditLog audit,
      Clock clock) {
    this.facts = facts;
    this.apply = apply;
    this.store = store;
    this.views = views;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the fact is there for the caller, it happened, it can be voided or
  /// corrected now, the values are values of it and change something, no other correction of it is
  /// open, it can have been so.
  Outcome<Correction> handle(Caller caller, CorrectionDraft draft) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return facts
        .find(caller, draft.kind(), draft.subjectId())
        .then(fact -> correctable(fact, draft))
        .then(fact ->
            store.hasOpen(draft.kind(), draft.subjectId(), now)
                ? Outcome.refused(CorrectionRefusal.CORRECTION_OPEN)
                : Outcome.done(fact))
        .then(fact -> facts.check(fact, draft.voids(), draft.valuesOrNone()).map(_ -> fact))
        .then(fact -> propose(caller, fact, draft, now))
        .map(row -> views.of(caller, row));
  }

  private static Outcome<RecordedFact> correctable(RecordedFact fact, CorrectionDraft draft) {
    if (!fact.there()) {
      return Outcome.refused(CorrectionRefusal.NOTHING_TO_CORRECT, "subjectId");
    }
    CorrectionRefusal whyNot = fact.whyNot(draft.voids());
    return whyNot == null ? changing(fact, draft) : Outcome.refused(whyNot);
  }

  private static Outcome<RecordedFact> changing(RecordedFact fact, CorrectionDraft draft) {
    Map<String, Object> values = draft.valuesOrNone().said();
    for (String field : values.keySet()) {
      if (draft.voids() || !draft.kind().fields().contains(field)) {
        return Outcome.refused(CorrectionRefusal.VALUE_NOT_APPLICABLE, "values." + field);
      }
    }
    Map<String, Object> old = fact.old().said();
    boolean changes =
        draft.voids()
            || values.entrySet().stream()
                .anyMatch(value -> !value.getValue().equals(old.get(value.getKey())));
    return changes
        ? Outcome.done(fact)
        : Outcome.refused(CorrectionRefusal.NOTHING_CHANGES, "values");
  }

  private Outcome<CorrectionRow> propose(
      Caller caller, RecordedFact fact, CorrectionDraft draft, Instant now) {
    var row =
        new CorrectionRow(
            Id.next(),
            1,
            CorrectionStatus.OPEN,
            fact.kind(),
            fact.id(),
            fact.label(),
            fact.parentId(),
            Party.of(caller),
            fact.approverFor(caller),
            draft.voids(),
            fact.old(),
            draft.valuesOrNone(),
            draft.reason().strip(),
            fact.basis(),
            now,
            now.plus(settings.openDays(), ChronoUnit.DAYS),
            null);
    store.insert(row);
    audit.record(
        caller,
        "correction-proposed",
        row.kind().auditSubject(),
        row.subjectId(),
        ApplyCorrection.told(row));
    return fact.isDoneAtOnceBy(caller)
        ? apply.handle(caller, fact, row, now, null)
        : Outcome.done(row);
  }
}
