package cn.wufei.exchange.delegation;

import cn.wufei.exchange.identity.ConfirmPassword;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An administrator offers another firm to act for its own. Nothing works before the other has
/// accepted.
@Singleton
class OfferDelegation {

  /// Delegations of one firm that are offered or active.
  static final int OPEN_MAX = 50;

  private static final String VERIFIED = "verified";
  private static final Set<String> NO_FIRMS = Set.of("authority", "platform");

  private final Organisations organisations;
  private final DelegationStore store;
  private final DelegationSteps steps;
  private final SeeDelegations see;

  OfferDelegation(
      Organisations organisations,
      DelegationStore store,
      DelegationSteps steps,
      SeeDelegations see) {
    this.organisations = organisations;
    this.store = store;
    this.steps = steps;
    this.see = see;
  }

  /// Checked in this order, after the password: the organisation may trade, there is such a firm,
  /// it is another, is a firm and may trade, the first day, the last day, there is none of the pair
  /// for these days, how many there are.
  Outcome<Delegation> handle(
      Caller caller, ConfirmPassword.Confirmed confirmed, DelegationDraft draft) {
    LocalDate today = steps.today();
    return organisations
        .requireTrading(caller)
        .then(_ -> delegate(caller, draft.delegateId()))
        .then(_ -> days(draft, today))
        .then(_ -> offer(caller, confirmed, draft, today));
  }

  private Outcome<OrganisationRef> delegate(Caller caller, Id id) {
    OrganisationRef firm = organisations.find(id);
    if (firm == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "delegateId");
    }
    if (id.equals(caller.organisationId())) {
      return Outcome.refused(DelegationRefusal.DELEGATE_IS_SELF, "delegateId");
    }
    if (NO_FIRMS.contains(firm.kind())) {
      return Outcome.refused(DelegationRefusal.DELEGATE_NO_FIRM, "delegateId");
    }
    return firm.status().equals(VERIFIED)
        ? Outcome.done(firm)
        : Outcome.refused(DelegationRefusal.DELEGATE_NOT_VERIFIED, "delegateId");
  }

  private static Outcome<DelegationDraft> days(DelegationDraft draft, LocalDate today) {
    DelegationProcess rules = DelegationProcess.CURRENT;
    LocalDate first = draft.firstDay();
    LocalDate ahead = today.plusDays(rules.aheadDaysMax());
    if (first.isBefore(today) || first.isAfter(ahead)) {
      return outside("firstDay", today, ahead);
    }
    LocalDate latest = rules.latest(first);
    return draft.lastDay().isBefore(first) || draft.lastDay().isAfter(latest)
        ? outside("lastDay", first, latest)
        : Outcome.done(draft);
  }

  private static Outcome<DelegationDraft> outside(String field, LocalDate from, LocalDate to) {
    return Outcome.<DelegationDraft>refused(DelegationRefusal.DELEGATION_DAY_OUTSIDE, field)
        .with("earliest", from.toString())
        .with("latest", to.toString());
  }

  private Outcome<Delegation> offer(
      Caller caller, ConfirmPassword.Confirmed confirmed, DelegationDraft draft, LocalDate today) {
    Id own = caller.organisationId();
    organisations.queue(own);
    if (store.overlaps(own, draft.delegateId(), draft.firstDay(), draft.lastDay(), today)) {
      return Outcome.refused(DelegationRefusal.DELEGATION_OVERLAPS, "delegateId");
    }
    if (store.countOpen(own, today) >= OPEN_MAX) {
      return Outcome.<Delegation>refused(DelegationRefusal.DELEGATIONS_TOO_MANY)
          .with("delegationsMax", OPEN_MAX);
    }
    DelegationRow row = row(caller, draft, today);
    steps.begin(new Caller(confirmed.memberId(), own, caller.role(), caller.delegate()), row);
    return Outcome.done(see.of(caller, row));
  }

  private DelegationRow row(Caller caller, DelegationDraft draft, LocalDate today) {
    DelegationProcess rules = DelegationProcess.CURRENT;
    Set<DelegationScope> scopes = EnumSet.of(DelegationScope.READ);
    scopes.addAll(draft.scopes());
    return new DelegationRow(
        Id.next(),
        1,
        rules.version(),
        DelegationStatus.OFFERED,
        caller.organisationId(),
        draft.delegateId(),
        scopes,
        draft.firstDay(),
        draft.lastDay(),
        stripped(draft.note()),
        steps.now(),
        rules.answerBy(today, draft.lastDay()),
        null,
        draft.lastDay(),
        false);
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
