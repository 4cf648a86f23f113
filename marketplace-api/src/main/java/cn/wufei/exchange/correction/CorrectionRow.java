package cn.wufei.exchange.correction;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Corrected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A correction as it is stored.
///
/// @param basis the transfer that told the fact when the correction was proposed
record CorrectionRow(
    Id id,
    long version,
    CorrectionStatus status,
    CorrectionKind kind,
    Id subjectId,
    String subjectLabel,
    Id parentId,
    Party proposer,
    Id approverId,
    boolean voids,
    CorrectionValues old,
    CorrectionValues values,
    String reason,
    @Nullable Id basis,
    Instant proposedAt,
    Instant expiresAt,
    @Nullable Decision decision) {

  CorrectionRow decided(CorrectionStatus how, Decision by) {
    return new CorrectionRow(
        id,
        version + 1,
        how,
        kind,
        subjectId,
        subjectLabel,
        parentId,
        proposer,
        approverId,
        voids,
        old,
        values,
        reason,
        basis,
        proposedAt,
        expiresAt,
        by);
  }

  CorrectionStatus statusAt(Instant now) {
    return status == CorrectionStatus.OPEN && now.isAfter(expiresAt)
        ? CorrectionStatus.EXPIRED
        : status;
  }

  boolean isParty(Caller caller) {
    return caller.organisationId().equals(proposer.organisationId())
        || caller.organisationId().equals(approverId);
  }

  boolean maySee(Caller caller) {
    return caller.maySee(proposer.organisationId()) || caller.maySee(approverId);
  }

  /// Whether it concerns one organisation alone.
  boolean isInternal() {
    return approverId.equals(proposer.organisationId());
  }

  /// A member and the organisation that it acts for.
  record Party(Id organisationId, Id memberId) {

    static Party of(Caller caller) {
      return new Party(caller.organisationId(), caller.memberId());
    }
  }

  /// How it was answered, and what that posted.
  record Decision(Party by, Instant at, @Nullable String note, Corrected posted) {}
}
