package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A draft as it is stored.
///
/// @param content JSON
record DraftRow(DraftHead head, String content) {

  Id id() {
    return head.id();
  }

  long version() {
    return head.version();
  }

  DraftStatus status() {
    return head.status();
  }

  @Nullable Id lotId() {
    return head.lotId();
  }

  /// The same with other content, being written.
  DraftRow saying(@Nullable String changedTitle, String changedContent, Instant now) {
    return new DraftRow(head.titled(changedTitle, now), changedContent);
  }

  /// The same as a whole lot, in review.
  DraftRow submitted(String wholeTitle, String wholeContent, Id memberId, Instant now) {
    return new DraftRow(head.submitted(wholeTitle, memberId, now), wholeContent);
  }

  DraftRow recalled(Instant now) {
    return new DraftRow(head.recalled(now), content);
  }

  DraftRow returned(String reason, Instant now) {
    return new DraftRow(head.returned(reason, now), content);
  }
}
