package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of an agreement as it is stored, without its content.
///
/// @param number counts the versions of an agreement from 1
/// @param proposal who amends what, and why; nothing of the first version
/// @param endedAt when it was signed or given up
record DocumentRow(
    Id id,
    long version,
    int process,
    DocumentStatus status,
    Id agreementId,
    int number,
    @Nullable Proposal proposal,
    Instant madeAt,
    @Nullable Instant endedAt,
    @Nullable String endReason) {

  /// How audit and attachments name a version.
  static final String SUBJECT = "agreement-document";

  record Proposal(Side side, Id memberId, String note) {}

  static DocumentRow made(Id agreement, int number, @Nullable Proposal proposal, Instant now) {
    return new DocumentRow(
        Id.next(),
        1,
        DocumentProcess.CURRENT.version(),
        DocumentStatus.PROPOSED,
        agreement,
        number,
        proposal,
        now,
        null,
        null);
  }

  DocumentRow next(DocumentStatus after, Instant now, @Nullable String reason) {
    boolean isOver = !after.isOpen();
    return new DocumentRow(
        id,
        version + 1,
        process,
        after,
        agreementId,
        number,
        proposal,
        madeAt,
        isOver ? now : null,
        isOver ? reason : null);
  }

  Attachment.Subject subject() {
    return new Attachment.Subject(SUBJECT, id);
  }

  /// What somebody on that side is to it.
  DocumentProcess.Actor actor(Side side) {
    if (proposal == null) {
      return DocumentProcess.Actor.EITHER_SIDE;
    }
    return proposal.side() == side
        ? DocumentProcess.Actor.PROPOSER
        : DocumentProcess.Actor.OTHER_SIDE;
  }
}
