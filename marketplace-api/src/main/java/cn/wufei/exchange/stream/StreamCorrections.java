package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.ledger.Corrected;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.PostedFact;
import cn.wufei.exchange.ledger.Reversals;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Corrects what a producer recorded of its streams, for the feature that had the correction
/// approved. Everything here must run in a posting write.
@Singleton
public class StreamCorrections {

  private final StreamRepository streams;
  private final EntryRepository entries;
  private final StockTakeRepository stockTakes;
  private final ProcessingStore processings;
  private final EntryMoves entryMoves;
  private final Balances balances;
  private final Reversals reversals;
  private final Journal journal;

  StreamCorrections(
      StreamRepository streams,
      EntryRepository entries,
      StockTakeRepository stockTakes,
      ProcessingStore processings,
      EntryMoves entryMoves,
      Balances balances,
      Reversals reversals,
      Journal journal) {
    this.streams = streams;
    this.entries = entries;
    this.stockTakes = stockTakes;
    this.processings = processings;
    this.entryMoves = entryMoves;
    this.balances = balances;
    this.reversals = reversals;
    this.journal = journal;
  }

  public @Nullable Recorded findEntry(Id id) {
    EntryRow row = entries.findById(id);
    return row == null
        ? null
        : recorded(
            row.id(),
            row.streamId(),
            row.kind(),
            row.occurredOn(),
            row.quantityKg(),
            row.voidedBy() != null,
            kindOf(row) == null,
            row.transferId());
  }

  public @Nullable Recorded findStockTake(Id id) {
    StockTakeRow row = stockTakes.findById(id);
    return row == null
        ? null
        : recorded(
            row.id(),
            row.streamId(),
            TransferKind.STOCK_TAKE.code(),
            row.occurredOn(),
            row.countedKg(),
            row.voidedBy() != null,
            false,
            row.transferId());
  }

  /// A processing, under the stream that it begins with.
  public @Nullable Recorded findProcessing(Id id) {
    ProcessingRow row = processings.find(id);
    if (row == null) {
      return null;
    }
    PostedFact fact = reversals.standing(id, TransferKind.PROCESSING);
    return recorded(
        id,
        Objects.requireNonNull(row.lines().getFirst().streamId()),
        TransferKind.PROCESSING.code(),
        row.occurredOn(),
        row.lines().getFirst().quantityKg(),
        fact == null,
        true,
        fact == null ? null : fact.id());
  }

  public Outcome<Corrected> correctEntry(Id id, long quantityKg) {
    EntryRow row = Objects.requireNonNull(entries.findById(id));
    StreamRow stream = streamOf(row.streamId());
    EntryKind kind = Objects.requireNonNull(kindOf(row));
    PostedFact fact = standing(id, kind.transfer());
    Instant at = reversals.dateOf(fact);
    Short year = row.generationYear();
    Id to = row.toStreamId();
    var truth =
        new RecordEntry.Command(
            kind,
            quantityKg,
            row.occurredOn(),
            year == null ? null : (int) year,
            null,
            null,
            null,
            to);
    return reversals
        .reverseToTell(fact, at)
        .then(reversal ->
            reversals
                .tell(
                    kind.transfer(),
                    stream.organisationId(),
                    id,
                    at,
                    entryMoves.of(stream, to == null ? stream : streamOf(to), truth))
                .map(transfer -> {
                  entries.update(row.corrected(quantityKg, transfer.id()));
                  return new Corrected(reversal.id(), transfer.id());
                }));
  }

  public Outcome<Corrected> voidEntry(Id id, Id correction) {
    EntryRow row = Objects.requireNonNull(entries.findById(id));
    EntryKind kind = kindOf(row);
    PostedFact fact = standing(id, kind == null ? TransferKind.YEAR_END_CLEARING : kind.transfer());
    return reversals
        .reverse(fact, reversals.dateOf(fact), List.of())
        .map(reversal -> {
          entries.update(row.voided(correction));
          return new Corrected(reversal.id(), null);
        });
  }

  public Outcome<Corrected> voidProcessing(Id id) {
    PostedFact fact = standing(id, TransferKind.PROCESSING);
    return reversals
        .reverse(fact, reversals.dateOf(fact), List.of())
        .map(reversal -> new Corrected(reversal.id(), null));
  }

  /// Clears again what left unrecorded, by the surplus that the right count finds.
  public Outcome<Corrected> correctStockTake(Id id, long countedKg) {
    StockTakeRow row = Objects.requireNonNull(stockTakes.findById(id));
    StreamRow stream = streamOf(row.streamId());
    Instant at = dateOf(row, stream);
    boolean counts = !row.method().equals(RecordEntry.kebab(StockTakeMethod.DECLARATION));
    long ledgerKg = ledgerKg(row);
    long surplusKg = counts ? countedKg - ledgerKg : 0;
    return takeBack(row, at, surplusKg > 0)
        .then(reversalId -> {
          List<Move> moves = new ArrayList<>();
          long clearedKg = TakeStock.clear(journal, stream, surplusKg, row.occurredOn(), moves);
          return tell(stream, id, at, moves)
              .map(transferId -> {
                stockTakes.update(
                    row.corrected(countedKg, ledgerKg, clearedKg, transferId.orNull()));
                return new Corrected(reversalId.orNull(), transferId.orNull());
              });
        });
  }

  public Outcome<Corrected> voidStockTake(Id id, Id correction) {
    StockTakeRow row = Objects.requireNonNull(stockTakes.findById(id));
    return takeBack(row, dateOf(row, streamOf(row.streamId())), false)
        .map(reversalId -> {
          stockTakes.update(row.voided(correction));
          return new Corrected(reversalId.orNull(), null);
        });
  }

  /// What the ledger says of the day of the count without it, however often the count was told and
  /// taken back by then or, since its month was closed, later.
  private long ledgerKg(StockTakeRow row) {
    return balances.netOfStreamAt(row.streamId(), row.occurredOn())
        - balances.yardMovedBy(row.id(), row.streamId(), row.occurredOn());
  }

  /// @param clearsAgain whether the right count clears something too; what it cleared before is
  ///   then unreconciled again, so there is something to clear
  private Outcome<Posted> takeBack(StockTakeRow row, Instant at, boolean clearsAgain) {
    PostedFact fact = reversals.standing(row.id(), TransferKind.STOCK_TAKE);
    if (fact == null) {
      return Outcome.done(Posted.NOTHING);
    }
    return (clearsAgain
            ? reversals.reverseToTell(fact, at)
            : reversals.reverse(fact, at, List.of()))
        .map(Posted::of);
  }

  private Outcome<Posted> tell(StreamRow stream, Id id, Instant at, List<Move> moves) {
    return moves.isEmpty()
        ? Outcome.done(Posted.NOTHING)
        : reversals
            .tell(TransferKind.STOCK_TAKE, stream.organisationId(), id, at, moves)
            .map(Posted::of);
  }

  private Instant dateOf(StockTakeRow row, StreamRow stream) {
    return reversals.dateOf(
        row.id(), List.of(stream.organisationId()), LocalCalendar.startOf(row.occurredOn()));
  }

  private PostedFact standing(Id subject, TransferKind kind) {
    return Objects.requireNonNull(reversals.standing(subject, kind));
  }

  /// Nothing for what the exchange worked out itself, the clearing of a year's end.
  private static @Nullable EntryKind kindOf(EntryRow row) {
    return Arrays.stream(EntryKind.values())
        .filter(kind -> kind.transfer().code().equals(row.kind()))
        .findFirst()
        .orElse(null);
  }

  private StreamRow streamOf(Id id) {
    return streams.findById(id).orElseThrow();
  }

  private Recorded recorded(
      Id id,
      Id streamId,
      String kind,
      LocalDate occurredOn,
      long kg,
      boolean voided,
      boolean onlyVoid,
      @Nullable Id transferId) {
    StreamRow stream = streamOf(streamId);
    return new Recorded(
        id,
        stream.organisationId(),
        streamId,
        stream.name(),
        kind,
        occurredOn,
        kg,
        voided,
        onlyVoid,
        transferId);
  }

  /// An entry, a stock-take or a processing as it stands.
  ///
  /// @param kind of the entry, `stock-take` or `processing`
  /// @param kg what was entered or counted
  /// @param onlyVoid whether it has no value that could be another
  public record Recorded(
      Id id,
      Id organisationId,
      Id streamId,
      String streamName,
      String kind,
      LocalDate occurredOn,
      long kg,
      boolean voided,
      boolean onlyVoid,
      @Nullable Id transferId) {}

  /// A transfer, or that there was nothing to post.
  private record Posted(@Nullable Id orNull) {

    static final Posted NOTHING = new Posted(null);

    static Posted of(Transfer transfer) {
      return new Posted(transfer.id());
    }
  }
}
