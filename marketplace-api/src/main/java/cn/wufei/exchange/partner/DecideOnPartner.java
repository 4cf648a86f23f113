package cn.wufei.exchange.partner;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A firm approves another as a buyer, blocks it, or takes that back. The other is told nothing.
@Singleton
class DecideOnPartner {

  /// Firms on both lists together. The lists go into every search of the firm.
  static final int LISTED_MAX = 2_000;

  private static final Set<String> NO_FIRMS = Set.of("authority", "platform");

  private final Organisations organisations;
  private final PartnerStore store;
  private final SeePartners see;
  private final NewlyMet newlyMet;
  private final AuditLog audit;
  private final Clock clock;

  DecideOnPartner(
      Organisations organisations,
      PartnerStore store,
      SeePartners see,
      NewlyMet newlyMet,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.store = store;
    this.see = see;
    this.newlyMet = newlyMet;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the organisation may trade, there is such a firm, it is another and
  /// trades, [DecisionRules], there is something to take back, the lists have room.
  Outcome<Partner> handle(Caller caller, Id partnerId, DecisionDraft draft) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    LocalDate today = LocalCalendar.dayOf(now);
    return organisations
        .requireTrading(caller)
        .then(_ -> firm(caller, partnerId))
        .then(partner ->
            DecisionRules.check(draft, today)
                .then(checked -> decide(caller, partner, checked, now)));
  }

  private Outcome<OrganisationRef> firm(Caller caller, Id partnerId) {
    return Outcome.found(organisations.find(partnerId))
        .then(partner -> {
          if (partnerId.equals(caller.organisationId())) {
            return Outcome.refused(PartnerRefusal.OWN_ORGANISATION);
          }
          return NO_FIRMS.contains(partner.kind())
              ? Outcome.refused(PartnerRefusal.NOT_A_FIRM)
              : Outcome.done(partner);
        });
  }

  private Outcome<Partner> decide(
      Caller caller, OrganisationRef partner, DecisionDraft draft, Instant now) {
    organisations.queue(caller.organisationId());
    PartnerDecision before = store.find(caller.organisationId(), partner.id());
    boolean isListed = before != null && before.standing() != PartnerStanding.NONE;
    if (draft.standing() == PartnerStanding.NONE && !isListed) {
      return Outcome.refused(PartnerRefusal.NOTHING_DECIDED);
    }
    if (!isListed && store.countListed(caller.organisationId()) >= LISTED_MAX) {
      return Outcome.<Partner>refused(PartnerRefusal.LIST_FULL).with("listedMax", LISTED_MAX);
    }
    return Outcome.done(record(caller, partner, draft, before, now));
  }

  /// The audit trail says that it was decided; why is the firm's own affair.
  private Partner record(
      Caller caller,
      OrganisationRef partner,
      DecisionDraft draft,
      @Nullable PartnerDecision before,
      Instant now) {
    PartnerDecision decision =
        new PartnerDecision(
            Id.next(),
            caller.organisationId(),
            partner.id(),
            draft.standing(),
            draft.approvalNumber(),
            draft.validTo(),
            draft.scope(),
            draft.reason(),
            now,
            caller.memberId());
    store.record(decision, before);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("partnerId", partner.id().toString());
    facts.put("standing", draft.standing().code());
    if (draft.validTo() != null) {
      facts.put("validTo", draft.validTo().toString());
    }
    audit.record(caller, "partner-decided", "partner-decision", decision.id(), facts);
    followUp(decision, before, LocalCalendar.dayOf(now));
    return see.partner(partner, decision);
  }

  /// What ends a meeting needs nothing: pairs are judged again before anybody sees them.
  private void followUp(
      PartnerDecision decision, @Nullable PartnerDecision before, LocalDate today) {
    if (decision.standing() == PartnerStanding.BLOCKED) {
      return;
    }
    if (before != null && before.standing() == PartnerStanding.BLOCKED) {
      newlyMet.met(decision.organisationId(), decision.partnerId());
    } else if (decision.isApprovalOn(today) && (before == null || !before.isApprovalOn(today))) {
      newlyMet.approved(decision.organisationId(), decision.partnerId());
    }
  }
}
