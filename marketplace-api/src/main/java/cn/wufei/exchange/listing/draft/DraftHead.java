package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A draft as it is stored, without what it says.
record DraftHead(
    Id id,
    long version,
    Id organisationId,
    DraftStatus status,
    @Nullable Id lotId,
    @Nullable String title,
    Id authorId,
    @Nullable Submission submission,
    @Nullable String returnReason,
    Instant createdAt,
    Instant changedAt) {

  /// Who asked for a review, and when.
  record Submission(Id memberId, Instant at) {}

  DraftHead titled(@Nullable String changed, Instant now) {
    return next(status, changed, submission, returnReason, now);
  }

  DraftHead submitted(String wholeTitle, Id memberId, Instant now) {
    return next(DraftStatus.IN_REVIEW, wholeTitle, new Submission(memberId, now), null, now);
  }

  DraftHead recalled(Instant now) {
    return next(DraftStatus.DRAFT, title, submission, null, now);
  }

  DraftHead returned(String reason, Instant now) {
    return next(DraftStatus.RETURNED, title, submission, reason, now);
  }

  private DraftHead next(
      DraftStatus how,
      @Nullable String called,
      @Nullable Submission by,
      @Nullable String reason,
      Instant now) {
    return new DraftHead(
        id, version + 1, organisationId, how, lotId, called, authorId, by, reason, createdAt, now);
  }
}
