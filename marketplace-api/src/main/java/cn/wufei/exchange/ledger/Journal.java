package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Posts transfers. Everything here runs in the work of a block ([BlockCommitter]), which holds the
/// head of the ledger: who posts waits in one line, sees all that was posted before, and locks in
/// one order.
///
/// Checked in this order: the fact lies in the future, it lies before 2000, its reference is taken
/// by other content, its month is closed ([Periods]), what it reverses is reversed already, one of
/// its accounts is closed, a limited account would fall below zero. The same reference with the
/// same content is answered by the transfer that has it, also after its month was closed.
@Singleton
public class Journal {

  private static final Instant EARLIEST = Instant.parse("1999-12-31T16:00:00Z");

  /// Drafts whose transfers go in with one statement, so that a reference that is taken leaves none
  /// of them written.
  private static final int NEW_MAX = 1_000;

  private final LedgerStore store;
  private final Accounts accounts;
  private final Periods periods;
  private final ReversalStore reversals;
  private final Clock clock;

  Journal(
      LedgerStore store, Accounts accounts, Periods periods, ReversalStore reversals, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.periods = periods;
    this.reversals = reversals;
    this.clock = clock;
  }

  /// Posts all moves of the draft or refuses it.
  public Outcome<Transfer> post(TransferDraft draft) {
    return postAll(List.of(draft)).getFirst();
  }

  /// Posts each draft or refuses it, one after another; a refused one changes nothing for the
  /// others. The rows are written with one statement for each table.
  public List<Outcome<Transfer>> postAll(List<TransferDraft> drafts) {
    Block block = Block.current();
    List<Outcome<Transfer>> posted = postNew(block, drafts);
    if (posted != null) {
      return posted;
    }
    Map<String, Transfer> earlier =
        store.findTransfers(drafts.stream().map(TransferDraft::reference).toList());
    Posting posting = new Posting(block, slots(block, drafts));
    List<Outcome<Transfer>> outcomes = decide(posting, drafts, earlier);
    store.insert(posting.entries());
    return outcomes;
  }

  /// Posts drafts as if no transfer had their references, as is nearly always so: the key of the
  /// references tells when it is not, and to ask first would cost every block a question. Null, and
  /// nothing is written, when one has or a draft is refused, since whether a fact was posted before
  /// comes before most refusals.
  private @Nullable List<Outcome<Transfer>> postNew(Block block, List<TransferDraft> drafts) {
    if (drafts.size() > NEW_MAX) {
      return null;
    }
    Block.Mark mark = block.mark();
    Posting posting = new Posting(block, slots(block, drafts));
    List<Outcome<Transfer>> outcomes = decide(posting, drafts, Map.of());
    if (outcomes.stream().allMatch(outcome -> outcome instanceof Outcome.Done<Transfer>)
        && store.insertNew(posting.entries())) {
      return outcomes;
    }
    block.restore(mark);
    return null;
  }

  private List<Outcome<Transfer>> decide(
      Posting posting, List<TransferDraft> drafts, Map<String, Transfer> earlier) {
    Instant now = Instant.now(clock);
    Periods.Closed closed = periods.closedAmong(drafts);
    List<Outcome<Transfer>> outcomes = new ArrayList<>(drafts.size());
    for (TransferDraft draft : drafts) {
      outcomes.add(post(posting, closed, draft, now, earlier.get(draft.reference())));
    }
    return outcomes;
  }

  private Outcome<Transfer> post(
      Posting posting,
      Periods.Closed closed,
      TransferDraft draft,
      Instant now,
      @Nullable Transfer earlier) {
    if (draft.occurredAt().isAfter(now)) {
      return Outcome.refused(LedgerRefusal.OCCURRED_IN_FUTURE);
    }
    if (draft.occurredAt().isBefore(EARLIEST)) {
      return Outcome.refused(LedgerRefusal.OCCURRED_TOO_EARLY);
    }
    if (earlier != null) {
      return store.isSame(earlier, draft)
          ? Outcome.done(earlier)
          : Outcome.refused(LedgerRefusal.REFERENCE_REUSED);
    }
    if (closed.requireOpen(draft) instanceof Outcome.Refused<TransferDraft> locked) {
      return locked.as();
    }
    if (draft.reverses() != null && reversals.isReversed(draft.reverses())) {
      return Outcome.refused(LedgerRefusal.ALREADY_REVERSED);
    }
    return posting.post(draft);
  }

  /// Closes accounts that hold nothing: whatever would still be posted to one is refused. Closing a
  /// closed account again does nothing, and so does closing one that was never opened.
  public Outcome<Boolean> close(List<AccountKey> keys) {
    Block block = Block.current();
    Map<String, Id> found =
        accounts.find(block, keys.stream().map(AccountKey::text).distinct().toList());
    store.loadBalances(block.balances(), found.values());
    for (Id id : found.values()) {
      Balance balance = Objects.requireNonNull(block.balances().get(id));
      if (balance.held() != 0) {
        return Outcome.refused(LedgerRefusal.ACCOUNT_NOT_EMPTY);
      }
    }
    // Leaves of closings are in the order of their accounts.
    for (Id id : new TreeSet<>(found.values())) {
      Balance balance = Objects.requireNonNull(block.balances().get(id));
      if (!balance.isClosed()) {
        balance.close();
        block.close(id);
        store.close(id, block.number(), block.recordedAt());
      }
    }
    return Outcome.done(true);
  }

  private Map<AccountKey, Slot> slots(Block block, List<TransferDraft> drafts) {
    Map<AccountKey, Slot> slots = new HashMap<>();
    for (TransferDraft draft : drafts) {
      for (Move move : draft.moves()) {
        slots.computeIfAbsent(move.from(), Slot::new);
        slots.computeIfAbsent(move.to(), Slot::new);
      }
    }
    Map<String, Id> found = accounts.find(block, slots.values().stream().map(Slot::text).toList());
    store.loadBalances(block.balances(), found.values());
    for (Slot slot : slots.values()) {
      Id id = found.get(slot.text());
      if (id != null) {
        slot.found(id, Objects.requireNonNull(block.balances().get(id)));
      }
    }
    return slots;
  }

  /// Takes tonnes out of a stream's yard, oldest generation year first, and what goes beyond the
  /// recorded stock from the unreconciled account of the year in which it leaves. What was
  /// generated after that year was not there to leave.
  ///
  /// @param destination where the tonnes of a generation year go
  public StockDraw drawOldestFirst(
      AccountKey.Origin origin, long kg, int year, YearAccount destination) {
    List<Move> moves = new ArrayList<>();
    long rest = kg;
    for (Map.Entry<Integer, Long> layer : store.onHandByYear(origin).entrySet()) {
      int generated = layer.getKey();
      long part = Math.min(rest, layer.getValue());
      if (part > 0 && generated <= year) {
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
  /// @param year of the fact
  /// @param source where the tonnes come from, with their generation year
  public List<Move> bringIn(AccountKey.Origin origin, long kg, int year, AccountKey source) {
    List<Move> moves = new ArrayList<>();
    long rest = kg - clear(origin, kg, year, source, moves);
    if (rest > 0) {
      int generated = Objects.requireNonNull(source.generationYear());
      moves.add(new Move(source, AccountKey.stock(AccountKind.ON_HAND, origin, generated), rest));
    }
    return moves;
  }

  /// Clears what left unrecorded until the end of a year, by at most `kg`, oldest year first; adds
  /// the moves and says how much they clear. What left in a later year is of that year, and its own
  /// generation makes it good: otherwise it would be used in a year in whose denominator it is not.
  public long clear(
      AccountKey.Origin origin, long kg, int year, AccountKey source, List<Move> moves) {
    long rest = kg;
    for (Map.Entry<Integer, Long> open :
        new TreeMap<>(store.unreconciledByYear(origin)).headMap(year, true).entrySet()) {
      long part = Math.min(rest, open.getValue());
      if (part > 0) {
        moves.add(
            new Move(
                source, AccountKey.stock(AccountKind.UNRECONCILED, origin, open.getKey()), part));
        rest -= part;
      }
    }
    return kg - rest;
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
