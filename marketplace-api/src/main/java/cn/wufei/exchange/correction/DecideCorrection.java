package cn.wufei.exchange.correction;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.correction.CorrectionRow.Decision;
import cn.wufei.exchange.correction.CorrectionRow.Party;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Corrected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers a proposed correction. An approval applies it in the same write; a decline and a
/// withdrawal leave everything as it is.
@Singleton
class DecideCorrection {

  private final CorrectionStore store;
  private final Facts facts;
  private final Deciders deciders;
  private final ApplyCorrection apply;
  private final CorrectionViews views;
  private final AuditLog audit;
  private final Clock clock;

  DecideCorrection(
      CorrectionStore store,
      Facts facts,
      Deciders deciders,
      ApplyCorrection apply,
      CorrectionViews views,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.facts = facts;
    this.deciders = deciders;
    this.apply = apply;
    this.views = views;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party, it answers this, the correction is open and not
  /// expired, the version is the present one, a second person approves, the fact is what it was
  /// when the correction was proposed; then what the correction itself must satisfy. Must run in a
  /// posting write.
  Outcome<Correction> approve(Caller caller, Id id, long version) {
    Instant now = now();
    return open(caller, id, version, now, row -> deciders.requireSide(caller, row))
        .then(row -> deciders.requireSecondPerson(caller, row))
        .then(row ->
            facts
                .find(caller, row.kind(), row.subjectId())
                .then(fact -> apply(caller, fact, row, now)))
        .map(row -> views.of(caller, row));
  }

  /// Checked as an approval is, but for the second person.
  Outcome<Correction> decline(Caller caller, Id id, long version, @Nullable String note) {
    Instant now = now();
    return open(caller, id, version, now, row -> deciders.requireSide(caller, row))
        .map(row -> end(caller, row, CorrectionStatus.DECLINED, note, now));
  }

  Outcome<Correction> withdraw(Caller caller, Id id, long version) {
    Instant now = now();
    return open(caller, id, version, now, row -> requireProposer(caller, row))
        .map(row -> end(caller, row, CorrectionStatus.WITHDRAWN, null, now));
  }

  private Outcome<CorrectionRow> open(
      Caller caller,
      Id id,
      long version,
      Instant now,
      Function<CorrectionRow, Outcome<CorrectionRow>> side) {
    CorrectionRow row = store.lockCorrection(id);
    if (row == null || !row.isParty(caller)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return side.apply(row).then(answerable -> requireOpen(answerable, version, now));
  }

  private static Outcome<CorrectionRow> requireOpen(CorrectionRow row, long version, Instant now) {
    return switch (row.statusAt(now)) {
      case EXPIRED -> Outcome.refused(CorrectionRefusal.CORRECTION_EXPIRED);
      case APPLIED, DECLINED, WITHDRAWN -> Outcome.refused(CorrectionRefusal.CORRECTION_NOT_OPEN);
      case OPEN ->
          row.version() == version
              ? Outcome.done(row)
              : Outcome.refused(CommonRefusal.VERSION_STALE);
    };
  }

  private static Outcome<CorrectionRow> requireProposer(Caller caller, CorrectionRow row) {
    return caller.organisationId().equals(row.proposer().organisationId())
        ? Outcome.done(row)
        : Outcome.refused(CorrectionRefusal.NOT_THE_PROPOSER);
  }

  private Outcome<CorrectionRow> apply(
      Caller caller, RecordedFact fact, CorrectionRow row, Instant now) {
    CorrectionRefusal whyNot = fact.whyNot(row.voids());
    if (!fact.there() || !Objects.equals(fact.basis(), row.basis())) {
      whyNot = CorrectionRefusal.FACT_CHANGED;
    }
    return whyNot == null ? apply.handle(caller, fact, row, now, null) : Outcome.refused(whyNot);
  }

  private Correction end(
      Caller caller, CorrectionRow row, CorrectionStatus how, @Nullable String note, Instant now) {
    var decision = new Decision(Party.of(caller), now, note, Corrected.NOTHING_POSTED);
    CorrectionRow ended = row.decided(how, decision);
    store.update(ended, decision);
    audit.record(
        caller,
        "correction-" + how.code(),
        row.kind().auditSubject(),
        row.subjectId(),
        Map.of("correctionId", row.id().toString()));
    return views.of(caller, ended);
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
