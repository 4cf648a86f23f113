package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That a version was signed on paper, as one side recorded it.
///
/// @param externalNumber of the contract in the firm's own books
/// @param fileId the scan
/// @param answer of the other side, or that the recorder took it back
record PaperRow(
    Id id,
    PaperStatus status,
    Id documentId,
    Side recorder,
    Id recordedBy,
    String externalNumber,
    LocalDate signedOn,
    @Nullable Id fileId,
    Instant recordedAt,
    @Nullable Answer answer) {

  record Answer(Instant at, Id memberId, @Nullable String reason) {}

  PaperRow answered(PaperStatus after, Answer how) {
    return new PaperRow(
        id,
        after,
        documentId,
        recorder,
        recordedBy,
        externalNumber,
        signedOn,
        fileId,
        recordedAt,
        how);
  }

  DocumentProcess.Actor actor(Side side) {
    return recorder == side ? DocumentProcess.Actor.PROPOSER : DocumentProcess.Actor.OTHER_SIDE;
  }
}
