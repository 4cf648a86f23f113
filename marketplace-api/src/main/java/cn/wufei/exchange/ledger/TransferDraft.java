package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A transfer to be posted: all of its moves or none.
///
/// @param reference names the fact for ever; the same reference with the same content is answered
///   by the first transfer
/// @param organisation who records it
/// @param subject the stream entry, lot, agreement, load or report that it belongs to
/// @param occurredAt when it happened, to the microsecond; not in the future
public record TransferDraft(
    TransferKind kind,
    String reference,
    Id organisation,
    Id subject,
    Instant occurredAt,
    List<Move> moves) {

  public static final int MOVES_MAX = 1_000;

  public TransferDraft {
    moves = List.copyOf(moves);
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    if (moves.isEmpty() || moves.size() > MOVES_MAX) {
      throw new IllegalArgumentException("a transfer has 1 to " + MOVES_MAX + " moves");
    }
  }

  /// A transfer whose reference is its kind and subject, for facts that can happen to a subject
  /// only once.
  public static TransferDraft once(
      TransferKind kind, Id organisation, Id subject, Instant occurredAt, List<Move> moves) {
    return new TransferDraft(
        kind, kind.code() + ":" + subject, organisation, subject, occurredAt, moves);
  }

  int year() {
    return LocalCalendar.dayOf(occurredAt).getYear();
  }
}
