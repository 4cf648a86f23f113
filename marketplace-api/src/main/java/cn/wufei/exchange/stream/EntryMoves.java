package cn.wufei.exchange.stream;

import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// The postings of an entry.
@Singleton
class EntryMoves {

  private final Journal journal;
  private final Balances balances;
  private final YardArrival arrival;

  EntryMoves(Journal journal, Balances balances, YardArrival arrival) {
    this.journal = journal;
    this.balances = balances;
    this.arrival = arrival;
  }

  /// @param target the stream at the other site for a move, otherwise the stream itself
  List<Move> of(StreamRow stream, StreamRow target, RecordEntry.Command command) {
    AccountKey.Origin origin = stream.ref().origin();
    EntryKind kind = command.kind();
    return switch (kind) {
      case GENERATION, OPENING_STOCK ->
          journal.bringIn(
              origin,
              command.quantityKg(),
              command.occurredOn().getYear(),
              AccountKey.stock(kind.account(), origin, command.yearGenerated()));
      case OWN_USE, OWN_DISPOSAL, DUMPING, RELATED_TRANSFER ->
          drawn(
              origin,
              command.quantityKg(),
              command,
              year -> AccountKey.stock(kind.account(), origin, year));
      case RELATED_USE -> usedByRelated(origin, command);
      case SITE_MOVE -> moved(origin, target.ref().origin(), command);
    };
  }

  private List<Move> moved(
      AccountKey.Origin from, AccountKey.Origin to, RecordEntry.Command command) {
    List<Move> left =
        drawn(
            from,
            command.quantityKg(),
            command,
            year -> AccountKey.stock(AccountKind.ON_HAND, to, year));
    return arrival.of(
        to,
        command.occurredOn().getYear(),
        left.stream().map(move -> new YardArrival.Layer(move.from(), move.amount())).toList());
  }

  private List<Move> drawn(
      AccountKey.Origin origin,
      long kg,
      RecordEntry.Command command,
      Journal.YearAccount destination) {
    return journal.drawOldestFirst(origin, kg, command.occurredOn().getYear(), destination).moves();
  }

  /// Out of what was handed over, oldest first and nothing that was generated after that year; what
  /// a related party used beyond that left the yard without a record.
  private List<Move> usedByRelated(AccountKey.Origin origin, RecordEntry.Command command) {
    List<Move> moves = new ArrayList<>();
    long restKg = command.quantityKg();
    for (Balances.StreamBalance held :
        balances.ofStreams(List.of(origin.stream()), AccountKind.RELATED_PARTY)) {
      long part = Math.min(restKg, held.kg());
      boolean wasThere = held.generationYear() <= command.occurredOn().getYear();
      if (wasThere && part > 0) {
        AccountKey handed =
            AccountKey.stock(AccountKind.RELATED_PARTY, origin, held.generationYear());
        moves.add(new Move(handed, handed.ofKind(AccountKind.RELATED_USE), part));
        restKg -= part;
      }
    }
    if (restKg > 0) {
      moves.addAll(
          drawn(
              origin,
              restKg,
              command,
              year -> AccountKey.stock(AccountKind.RELATED_USE, origin, year)));
    }
    return moves;
  }
}
