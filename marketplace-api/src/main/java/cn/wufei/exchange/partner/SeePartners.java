package cn.wufei.exchange.partner;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A firm reads its own lists, and nobody else's.
@Singleton
class SeePartners {

  static final int FIRMS_MAX = 10;
  private static final int NAME_MIN = 2;

  private final PartnerStore store;
  private final Organisations organisations;
  private final Clock clock;

  SeePartners(PartnerStore store, Organisations organisations, Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.clock = clock;
  }

  Page<Partner> page(Caller caller, PartnerStanding standing, @Nullable Id before, int limit) {
    Page<PartnerDecision> page =
        Page.ofSurplus(
            store.page(caller.organisationId(), standing, before, limit + 1),
            limit,
            head -> head.id().toString());
    return new Page<>(partners(page.items()), page.next());
  }

  /// Firms to decide about, the first few. A single character is no name, so that nobody leafs
  /// through all that are registered.
  Page<OrganisationRef> firms(Caller caller, String named) {
    String part = named.strip();
    if (part.length() < NAME_MIN) {
      return new Page<>(List.of(), null);
    }
    return new Page<>(
        organisations.firmsNamed(part, FIRMS_MAX + 1).stream()
            .filter(firm -> !firm.id().equals(caller.organisationId()))
            .limit(FIRMS_MAX)
            .toList(),
        null);
  }

  /// How the caller's firm stands with any firm, whether or not it has ever decided.
  Outcome<Partner> one(Caller caller, Id partnerId) {
    return Outcome.found(organisations.find(partnerId))
        .map(partner -> {
          PartnerDecision last = store.find(caller.organisationId(), partnerId);
          return last == null
              ? new Partner(
                  partner, PartnerStanding.NONE, false, null, null, null, null, null, null)
              : partner(partner, last);
        });
  }

  /// What the caller's firm has decided about another, newest first.
  Page<Partner> history(Caller caller, Id partnerId, @Nullable Id before, int limit) {
    Page<PartnerDecision> page =
        Page.ofSurplus(
            store.decisions(caller.organisationId(), partnerId, before, limit + 1),
            limit,
            decision -> decision.id().toString());
    return new Page<>(partners(page.items()), page.next());
  }

  List<Partner> partners(List<PartnerDecision> decisions) {
    Map<Id, OrganisationRef> firms =
        organisations.findAll(
            decisions.stream().map(PartnerDecision::partnerId).distinct().toList());
    Map<Id, String> names =
        organisations.memberNames(
            decisions.stream().map(PartnerDecision::deciderId).distinct().toList());
    LocalDate today = today();
    return decisions.stream()
        .map(decision ->
            partner(
                Objects.requireNonNull(firms.get(decision.partnerId())),
                decision,
                names.get(decision.deciderId()),
                today))
        .toList();
  }

  Partner partner(OrganisationRef firm, PartnerDecision decision) {
    Id decider = decision.deciderId();
    return partner(
        firm, decision, organisations.memberNames(List.of(decider)).get(decider), today());
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  private static Partner partner(
      OrganisationRef firm, PartnerDecision decision, @Nullable String decider, LocalDate today) {
    return new Partner(
        firm,
        decision.standing(),
        decision.isApprovalOn(today),
        decision.approvalNumber(),
        decision.validTo(),
        decision.scope(),
        decision.reason(),
        decision.decidedAt(),
        decider);
  }
}
