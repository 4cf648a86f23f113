package cn.wufei.exchange.delegation;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads delegations for the two firms that they are between, and what was done under them.
@Singleton
class SeeDelegations {

  private static final int WORKING_MAX = 200;

  private final DelegationStore store;
  private final Organisations organisations;
  private final AuditLog audit;
  private final Clock clock;

  SeeDelegations(DelegationStore store, Organisations organisations, AuditLog audit, Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<Delegation> one(Caller caller, Id id) {
    DelegationRow row = store.find(id);
    return Outcome.found(row == null || row.sideOf(caller) == null ? null : row)
        .map(found -> of(caller, found));
  }

  Page<Delegation> page(
      Caller caller, @Nullable DelegationSide side, @Nullable Id before, int limit) {
    List<Delegation> found =
        views(caller, store.page(caller.organisationId(), side, before, limit + 1));
    return Page.ofSurplus(found, limit, each -> each.id().toString());
  }

  Delegation of(Caller caller, DelegationRow row) {
    return views(caller, List.of(row)).getFirst();
  }

  /// For whom the caller's firm acts today. Those whose firm may not trade are left out.
  Page<Acting> working(Caller caller) {
    List<DelegationRow> rows = store.workingOf(caller.organisationId(), today(), WORKING_MAX);
    Map<Id, OrganisationRef> firms =
        organisations.findAll(rows.stream().map(DelegationRow::delegatorId).distinct().toList());
    return new Page<>(
        rows.stream()
            .filter(row -> LiveDelegations.mayTrade(firms.get(row.delegatorId())))
            .map(row ->
                new Acting(
                    row.id(),
                    Objects.requireNonNull(firms.get(row.delegatorId())),
                    scopesOf(row),
                    row.lastDay()))
            .toList(),
        null);
  }

  /// What was done under delegations, newest first.
  ///
  /// @param side `delegator` for what others did for the caller's firm, `delegate` for what its
  ///   members did for others
  /// @param other of which firm only
  Page<Done> done(
      Caller caller, DelegationSide side, @Nullable Id other, @Nullable Id before, int limit) {
    Id own = caller.organisationId();
    boolean isGiven = side == DelegationSide.DELEGATOR;
    Page<AuditLog.Delegated> page =
        Page.ofSurplus(
            audit.delegated(isGiven ? own : other, isGiven ? other : own, before, limit + 1),
            limit,
            act -> act.id().toString());
    Set<Id> ids =
        page.items().stream()
            .flatMap(act -> Stream.of(act.organisationId(), act.delegateId()))
            .collect(Collectors.toSet());
    Map<Id, OrganisationRef> firms = organisations.findAll(ids);
    Map<Id, String> names =
        organisations.memberNames(
            page.items().stream().map(AuditLog.Delegated::memberId).collect(Collectors.toSet()));
    return new Page<>(
        page.items().stream()
            .map(act ->
                new Done(
                    act.id(),
                    act.at(),
                    names.getOrDefault(act.memberId(), ""),
                    Objects.requireNonNull(firms.get(act.delegateId())),
                    Objects.requireNonNull(firms.get(act.organisationId())),
                    act.delegationId(),
                    act.action(),
                    act.subjectType(),
                    act.subjectId()))
            .toList(),
        page.next());
  }

  private List<Delegation> views(Caller caller, List<DelegationRow> rows) {
    LocalDate today = today();
    Map<Id, OrganisationRef> firms =
        organisations.findAll(
            rows.stream()
                .flatMap(row -> Stream.of(row.delegatorId(), row.delegateId()))
                .collect(Collectors.toSet()));
    List<DelegationStep> steps = store.steps(rows.stream().map(DelegationRow::id).toList());
    Map<Id, String> names = names(steps);
    Map<Id, List<DelegationStep>> byId =
        steps.stream().collect(Collectors.groupingBy(DelegationStep::delegationId));
    return rows.stream()
        .map(row -> view(caller, row, firms, byId.getOrDefault(row.id(), List.of()), names, today))
        .toList();
  }

  private Map<Id, String> names(Collection<DelegationStep> steps) {
    return organisations.memberNames(
        steps.stream()
            .map(DelegationStep::memberId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private static Delegation view(
      Caller caller,
      DelegationRow row,
      Map<Id, OrganisationRef> firms,
      List<DelegationStep> steps,
      Map<Id, String> names,
      LocalDate today) {
    DelegationSide side = Objects.requireNonNull(row.sideOf(caller));
    DelegationStatus status = row.statusOn(today);
    return new Delegation(
        row.id(),
        row.version(),
        side,
        Objects.requireNonNull(firms.get(row.delegatorId())),
        Objects.requireNonNull(firms.get(row.delegateId())),
        scopesOf(row),
        row.firstDay(),
        row.lastDay(),
        row.note(),
        status,
        row.worksOn(today),
        row.offeredAt(),
        row.answerBy(),
        row.untilDay(),
        row.rules().actsOf(status, DelegationProcess.Actor.of(side)),
        steps.stream()
            .map(step ->
                new Delegation.Step(
                    step.act(),
                    step.side(),
                    step.memberId() == null ? null : names.get(step.memberId()),
                    step.words(),
                    step.at()))
            .toList());
  }

  private static List<DelegationScope> scopesOf(DelegationRow row) {
    return List.copyOf(EnumSet.copyOf(row.scopes()));
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  /// For whom the caller's firm acts, and as what. Send the id of the organisation as
  /// `Wufei-Acting-For` with each request that is meant for it.
  ///
  /// @param lastDay on which it does
  @Serdeable
  @Schema(name = "ActingFor")
  record Acting(
      Id delegationId,
      OrganisationRef organisation,
      List<DelegationScope> scopes,
      LocalDate lastDay) {

    Acting {
      scopes = List.copyOf(scopes);
    }
  }

  /// One act under a delegation: who of which firm did what for whom.
  @Serdeable
  @Schema(name = "DelegatedAct")
  record Done(
      Id id,
      Instant at,
      String memberName,
      OrganisationRef delegate,
      OrganisationRef delegator,
      Id delegationId,
      String action,
      String subjectType,
      Id subjectId) {}
}
