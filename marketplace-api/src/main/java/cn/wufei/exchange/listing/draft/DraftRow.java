package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A draft as it is stored.
///
/// @param content JSON
record DraftRow(
    Id id,
    long version,
    Id organisationId,
    DraftStatus status,
    @Nullable Id lotId,
    @Nullable String title,
    String content,
    Id authorId,
    @Nullable Submission submission,
    @Nullable String returnReason,
    Instant createdAt,
    Instant changedAt) {

  /// Who asked for a review, and when.
  record Submission(Id memberId, Instant at) {}

  /// The same with other content, being written.
  DraftRow saying(@Nullable String changedTitle, String changedContent, Instant now) {
    return new DraftRow(
        id,
        version + 1,
        organisationId,
        status,
        lotId,
        changedTitle,
        changedContent,
        authorId,
        submission,
        returnReason,
        createdAt,
        now);
  }

  /// The same as a whole lot, in review.
  DraftRow submitted(String wholeTitle, String wholeContent, Id memberId, Instant now) {
    return new DraftRow(
        id,
        version + 1,
        organisationId,
        DraftStatus.IN_REVIEW,
        lotId,
        wholeTitle,
        wholeContent,
        authorId,
        new Submission(memberId, now),
        null,
        createdAt,
        now);
  }

  DraftRow recalled(Instant now) {
    return as(DraftStatus.DRAFT, null, now);
  }

  DraftRow returned(String reason, Instant now) {
    return as(DraftStatus.RETURNED, reason, now);
  }

  private DraftRow as(DraftStatus how, @Nullable String reason, Instant now) {
    return new DraftRow(
        id,
        version + 1,
        organisationId,
        how,
        lotId,
        title,
        content,
        authorId,
        submission,
        reason,
        createdAt,
        now);
  }
}
