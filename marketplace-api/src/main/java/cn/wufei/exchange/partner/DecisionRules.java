package cn.wufei.exchange.partner;

import cn.wufei.exchange.kernel.Outcome;
import java.time.LocalDate;

/// What a decision has to say by itself.
final class DecisionRules {

  private DecisionRules() {}

  /// Checked in this order: of an approval its number, its last day, that this is not over; of a
  /// block its reason. What belongs to another decision is left out.
  static Outcome<DecisionDraft> check(DecisionDraft draft, LocalDate today) {
    return switch (draft.standing()) {
      case APPROVED -> approval(draft, today);
      case BLOCKED ->
          draft.reason() == null
              ? Outcome.refused(PartnerRefusal.REASON_MISSING, "reason")
              : Outcome.done(new DecisionDraft(draft.standing(), null, null, null, draft.reason()));
      case NONE ->
          Outcome.done(new DecisionDraft(draft.standing(), null, null, null, draft.reason()));
    };
  }

  private static Outcome<DecisionDraft> approval(DecisionDraft draft, LocalDate today) {
    LocalDate validTo = draft.validTo();
    if (draft.approvalNumber() == null) {
      return Outcome.refused(PartnerRefusal.APPROVAL_NUMBER_MISSING, "approvalNumber");
    }
    if (validTo == null) {
      return Outcome.refused(PartnerRefusal.VALID_TO_MISSING, "validTo");
    }
    return validTo.isBefore(today)
        ? Outcome.refused(PartnerRefusal.VALID_TO_OVER, "validTo")
        : Outcome.done(
            new DecisionDraft(
                draft.standing(), draft.approvalNumber(), validTo, draft.scope(), null));
  }
}
