package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A transfer to be posted: all of its moves or none.
///
/// @param reference names the fact for ever; the same reference with the same content is answered
///   by the first transfer
/// @param organisation who records it
/// @param subject the stream entry, lot, agreement, load or report that it belongs to
/// @param occurredAt when it happened, to the microsecond; not in the future
/// @param reverses the transfer that this one takes back; a transfer is taken back at most once
public record TransferDraft(
    TransferKind kind,
    String reference,
    Id organisation,
    Id subject,
    Instant occurredAt,
    List<Move> moves,
    @Nullable Id reverses) {

  public static final int MOVES_MAX = 1_000;

  public TransferDraft {
    moves = List.copyOf(moves);
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    if (moves.isEmpty() || moves.size() > MOVES_MAX) {
      throw new IllegalArgumentException("a transfer has 1 to " + MOVES_MAX + " moves");
    }
  }

  public TransferDraft(
      TransferKind kind,
      String reference,
      Id organisation,
      Id subject,
      Instant occurredAt,
      List<Move> moves) {
    this(kind, reference, organisation, subject, occurredAt, moves, null);
  }

  /// A transfer whose reference is its kind and subject, for facts that can happen to a subject
  /// only once.
  public static TransferDraft once(
      TransferKind kind, Id organisation, Id subject, Instant occurredAt, List<Move> moves) {
    return new TransferDraft(
        kind, kind.code() + ":" + subject, organisation, subject, occurredAt, moves);
  }

  /// A fact of that kind and subject that is told for the second or a later time, since what was
  /// told before was taken back.
  static TransferDraft again(
      TransferKind kind,
      Id organisation,
      Id subject,
      int number,
      Instant occurredAt,
      List<Move> moves) {
    return new TransferDraft(
        kind, kind.code() + ":" + subject + ":" + number, organisation, subject, occurredAt, moves);
  }

  /// Takes a fact back.
  static TransferDraft reversal(PostedFact fact, Instant occurredAt, List<Move> moves) {
    return new TransferDraft(
        TransferKind.REVERSAL,
        TransferKind.REVERSAL.code() + ":" + fact.id(),
        fact.organisation(),
        fact.subject(),
        occurredAt,
        moves,
        fact.id());
  }

  int year() {
    return LocalCalendar.dayOf(occurredAt).getYear();
  }
}
