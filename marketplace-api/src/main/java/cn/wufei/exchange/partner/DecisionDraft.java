package cn.wufei.exchange.partner;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A decision about another firm. It takes the place of the one before, which stays in the history.
///
/// @param approvalNumber the number of the firm's own safety and environment approval; needed to
///   approve
/// @param validTo the last day of the approval, in China Standard Time; needed to approve
/// @param scope what the approval is for
/// @param reason needed to block; seen by the firm's own traders only
@Serdeable
@Schema(name = "PartnerDecisionDraft")
record DecisionDraft(
    @NotNull PartnerStanding standing,
    @Nullable @Size(max = DecisionDraft.NUMBER_MAX) String approvalNumber,
    @Nullable LocalDate validTo,
    @Nullable @Size(max = DecisionDraft.TEXT_MAX) String scope,
    @Nullable @Size(max = DecisionDraft.TEXT_MAX) String reason) {

  static final int NUMBER_MAX = 60;
  static final int TEXT_MAX = 500;

  DecisionDraft {
    approvalNumber = strippedOf(approvalNumber);
    scope = strippedOf(scope);
    reason = strippedOf(reason);
  }

  private static @Nullable String strippedOf(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
