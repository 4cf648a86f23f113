package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Posts transfers. Everything here runs in the caller's transaction, which holds the head of the
/// ledger: who posts waits in one line, sees all that was posted before, and locks in one order.
///
/// Checked in this order: the fact lies in the future, it lies before 2000, its reference is taken
/// by other content, a limited account would fall below zero.
@Singleton
public class Journal {

  private static final Instant EARLIEST = Instant.parse("1999-12-31T16:00:00Z");

  private final LedgerStore store;
  private final Clock clock;

  Journal(LedgerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Runs work that posts, from its first read on, with the head of the ledger held.
  public <T> T inOrder(Supplier<T> work) {
    store.lockHead();
    return work.get();
  }

  /// Posts all moves of the draft or refuses it.
  public Outcome<Transfer> post(TransferDraft draft) {
    store.lockHead();
    Instant now = Instant.now(clock);
    if (draft.occurredAt().isAfter(now)) {
      return Outcome.refused(LedgerRefusal.OCCURRED_IN_FUTURE);
    }
    if (draft.occurredAt().isBefore(EARLIEST)) {
      return Outcome.refused(LedgerRefusal.OCCURRED_TOO_EARLY);
    }
    Transfer earlier = store.findTransfer(draft.reference());
    if (earlier != null) {
      return store.isSame(earlier, draft)
          ? Outcome.done(earlier)
          : Outcome.refused(LedgerRefusal.REFERENCE_REUSED);
    }
    Map<AccountKey, Id> accounts = accountsOf(draft, now);
    AccountKey shortOf = firstShort(draft, accounts);
    if (shortOf != null) {
      return Outcome.<Transfer>refused(LedgerRefusal.ACCOUNT_SHORT)
          .with("account", shortOf.kind().code());
    }
    var transfer =
        new Transfer(Id.next(), draft.kind(), draft.reference(), draft.occurredAt(), now);
    store.insert(transfer, draft, accounts);
    return Outcome.done(transfer);
  }

  /// Takes tonnes out of a stream's yard, oldest generation year first, and what goes beyond the
  /// recorded stock from the unreconciled account of the year in which it leaves.
  ///
  /// @param destination where the tonnes of a generation year go
  public StockDraw drawOldestFirst(
      AccountKey.Origin origin, long kg, int year, YearAccount destination) {
    store.lockHead();
    List<Move> moves = new ArrayList<>();
    long rest = kg;
    for (Map.Entry<Integer, Long> layer : store.onHandByYear(origin).entrySet()) {
      long part = Math.min(rest, layer.getValue());
      if (part > 0) {
        int generated = layer.getKey();
        moves.add(
            new Move(
                AccountKey.stock(AccountKind.ON_HAND, origin, generated),
                destination.of(generated),
                part));
        rest -= part;
      }
    }
    if (rest > 0) {
      moves.add(
          new Move(
              AccountKey.stock(AccountKind.UNRECONCILED, origin, year),
              destination.of(year),
              rest));
    }
    return new StockDraw(moves, rest);
  }

  /// Brings tonnes into a stream's yard: first against what left unrecorded before, oldest year
  /// first, then on hand.
  ///
  /// @param source where the tonnes of a generation year come from
  public List<Move> bringIn(AccountKey.Origin origin, long kg, int year, YearAccount source) {
    store.lockHead();
    List<Move> moves = new ArrayList<>();
    long rest = kg - clear(origin, kg, year, source, moves);
    if (rest > 0) {
      moves.add(
          new Move(source.of(year), AccountKey.stock(AccountKind.ON_HAND, origin, year), rest));
    }
    return moves;
  }

  /// Clears what left unrecorded, by at most `kg`; adds the moves and says how much they clear.
  public long clear(
      AccountKey.Origin origin, long kg, int year, YearAccount source, List<Move> moves) {
    long rest = kg;
    for (Map.Entry<Integer, Long> open :
        new TreeMap<>(store.unreconciledByYear(origin)).entrySet()) {
      long part = Math.min(rest, open.getValue());
      if (part > 0) {
        moves.add(
            new Move(
                source.of(year),
                AccountKey.stock(AccountKind.UNRECONCILED, origin, open.getKey()),
                part));
        rest -= part;
      }
    }
    return kg - rest;
  }

  private Map<AccountKey, Id> accountsOf(TransferDraft draft, Instant now) {
    Map<AccountKey, Id> accounts = new LinkedHashMap<>();
    for (Move move : draft.moves()) {
      accounts.computeIfAbsent(move.from(), key -> store.openOrFind(key, now));
      accounts.computeIfAbsent(move.to(), key -> store.openOrFind(key, now));
    }
    return accounts;
  }

  private @Nullable AccountKey firstShort(TransferDraft draft, Map<AccountKey, Id> accounts) {
    Map<AccountKey, Long> change = new LinkedHashMap<>();
    for (Move move : draft.moves()) {
      change.merge(move.from(), -move.amount(), Math::addExact);
      change.merge(move.to(), move.amount(), Math::addExact);
    }
    Map<Id, Long> balances = store.lockBalances(accounts.values());
    for (Map.Entry<AccountKey, Long> entry : change.entrySet()) {
      long after = balances.getOrDefault(accounts.get(entry.getKey()), 0L) + entry.getValue();
      if (entry.getKey().kind().limited() && after < 0) {
        return entry.getKey();
      }
    }
    return null;
  }

  /// The account of a generation year.
  @FunctionalInterface
  public interface YearAccount {
    AccountKey of(int generationYear);
  }

  /// What a draw takes.
  ///
  /// @param beyondStockKg how much of it was not recorded to be there
  public record StockDraw(List<Move> moves, long beyondStockKg) {}
}
