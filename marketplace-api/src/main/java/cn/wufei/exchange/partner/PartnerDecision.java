package cn.wufei.exchange.partner;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody decided about another firm, as it is stored.
///
/// @param organisationId whose decision it is
/// @param approvalNumber of an approval, by the firm's own count
/// @param validTo the last day of an approval
/// @param scope what an approval is for, in words
/// @param reason why a firm is blocked, or an earlier decision was taken back
record PartnerDecision(
    Id id,
    Id organisationId,
    Id partnerId,
    PartnerStanding standing,
    @Nullable String approvalNumber,
    @Nullable LocalDate validTo,
    @Nullable String scope,
    @Nullable String reason,
    Instant decidedAt,
    Id deciderId) {

  /// Whether it approves the firm, and that still holds on the day.
  boolean isApprovalOn(LocalDate day) {
    return standing == PartnerStanding.APPROVED && validTo != null && !validTo.isBefore(day);
  }
}
