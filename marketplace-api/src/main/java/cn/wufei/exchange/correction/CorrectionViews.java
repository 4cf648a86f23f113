package cn.wufei.exchange.correction;

import cn.wufei.exchange.correction.CorrectionRow.Decision;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins corrections with the names of who proposed and answers them.
@Singleton
class CorrectionViews {

  private final Organisations organisations;
  private final Deciders deciders;
  private final Clock clock;

  CorrectionViews(Organisations organisations, Deciders deciders, Clock clock) {
    this.organisations = organisations;
    this.deciders = deciders;
    this.clock = clock;
  }

  Correction of(Caller caller, CorrectionRow row) {
    return ofAll(caller, List.of(row)).getFirst();
  }

  List<Correction> ofAll(Caller caller, List<CorrectionRow> rows) {
    return ofAll(caller, rows, Instant.now(clock));
  }

  /// As they are at a moment.
  List<Correction> ofAll(Caller caller, List<CorrectionRow> rows, Instant now) {
    Map<Id, OrganisationRef> parties =
        organisations.findAll(
            rows.stream()
                .flatMap(row -> Stream.of(row.proposer().organisationId(), row.approverId()))
                .collect(Collectors.toSet()));
    return rows.stream().map(row -> view(caller, row, parties, now)).toList();
  }

  private Correction view(
      Caller caller, CorrectionRow row, Map<Id, OrganisationRef> parties, Instant now) {
    Decision decision = row.decision();
    CorrectionStatus status = row.statusAt(now);
    boolean open = status == CorrectionStatus.OPEN;
    SecondPerson other = open ? deciders.secondPerson(caller, row) : null;
    return new Correction(
        row.id(),
        row.version(),
        status,
        row.kind(),
        row.subjectId(),
        row.subjectLabel(),
        row.parentId(),
        Objects.requireNonNull(parties.get(row.proposer().organisationId())),
        Objects.requireNonNull(parties.get(row.approverId())),
        row.voids(),
        changes(row),
        row.reason(),
        row.proposedAt(),
        row.expiresAt(),
        open && other == null && deciders.mayApproveAlone(caller, row),
        caller.organisationId().equals(row.proposer().organisationId()),
        other,
        decision == null ? null : parties.get(decision.by().organisationId()),
        decision == null ? null : decision.at(),
        decision == null ? null : decision.note(),
        decision == null ? null : decision.posted().reversalId(),
        decision == null ? null : decision.posted().transferId());
  }

  private static List<Correction.Change> changes(CorrectionRow row) {
    Map<String, Object> old = row.old().said();
    Map<String, Object> values = row.voids() ? old : row.values().said();
    return values.entrySet().stream()
        .filter(value -> row.voids() || !value.getValue().equals(old.get(value.getKey())))
        .map(value ->
            new Correction.Change(
                value.getKey(),
                text(old.get(value.getKey())),
                row.voids() ? null : text(value.getValue())))
        .toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
