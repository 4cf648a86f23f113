package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes facts back and tells them anew. Nothing is edited: a reversal holds the mirror of each
/// mass and money posting of the transfer that it reverses, and the fact as it really was is a
/// transfer of its own.
///
/// Promises are no facts; what becomes of them is the rule of the feature that made them, and it
/// gives their moves.
///
/// What left the yard since is a fact as well. Where the yard no longer holds what a mirror takes
/// out of it, the rest comes out of the unreconciled account of the same year, as it would have if
/// the truth had been known in time; and what a mirror would put there in excess goes on hand.
/// Other limited accounts do not give way: what was built on the fact has to be undone first.
@Singleton
public class Reversals {

  private final ReversalStore store;
  private final Balances balances;
  private final Periods periods;
  private final Journal journal;

  Reversals(ReversalStore store, Balances balances, Periods periods, Journal journal) {
    this.store = store;
    this.balances = balances;
    this.periods = periods;
    this.journal = journal;
  }

  /// The transfer of that kind that stands for a subject; nothing when there is none or it was
  /// taken back.
  public @Nullable PostedFact standing(Id subject, TransferKind kind) {
    return store.standing(subject, kind);
  }

  /// As of when a fact is corrected: as of when it happened, so that the figures of its month come
  /// right; as of now when one of those whose books it touches has closed that month.
  public Instant dateOf(PostedFact fact) {
    List<Id> owners =
        store.movesOf(fact.id()).stream()
            .flatMap(move -> List.of(move.from().owner(), move.to().owner()).stream())
            .collect(Collectors.toCollection(ArrayList::new));
    owners.add(fact.organisation());
    return dateOf(owners, fact.occurredAt());
  }

  /// The same for a fact that moved nothing.
  public Instant dateOf(Collection<Id> owners, Instant occurredAt) {
    return periods.openDate(owners, occurredAt);
  }

  /// Takes a fact back. Must run in a posting write.
  ///
  /// @param at as [#dateOf] says
  /// @param promises what it means for what was promised
  public Outcome<Transfer> reverse(PostedFact fact, Instant at, List<Move> promises) {
    List<Move> mirror =
        store.movesOf(fact.id()).stream()
            .filter(move -> move.to().kind().unit() != Unit.COMMITMENT_KG)
            .map(Move::mirrored)
            .toList();
    List<Move> moves = new ArrayList<>(yardMoves(mirror));
    moves.addAll(mirror);
    moves.addAll(promises);
    AccountKey shortOf = firstShort(mirror);
    return shortOf == null
        ? journal.post(TransferDraft.reversal(fact, at, moves))
        : inTheWay(shortOf);
  }

  /// Tells a fact, under the next number when it was told before and taken back: a load whose
  /// receipt was voided is received again. Must run in a posting write.
  public Outcome<Transfer> tell(
      TransferKind kind, Id organisation, Id subject, Instant at, List<Move> moves) {
    return tellAll(kind, List.of(new Telling(organisation, subject, at, moves))).getFirst();
  }

  /// The same for many facts of one kind, each of another subject; one that is refused changes
  /// nothing for the others.
  public List<Outcome<Transfer>> tellAll(TransferKind kind, List<Telling> facts) {
    Map<Id, Integer> told = store.countAll(facts.stream().map(Telling::subject).toList(), kind);
    return journal.postAll(
        facts.stream()
            .map(fact -> draft(kind, fact, told.getOrDefault(fact.subject(), 0)))
            .toList());
  }

  private static TransferDraft draft(TransferKind kind, Telling fact, int told) {
    return told == 0
        ? TransferDraft.once(kind, fact.organisation(), fact.subject(), fact.at(), fact.moves())
        : TransferDraft.again(
            kind, fact.organisation(), fact.subject(), told + 1, fact.at(), fact.moves());
  }

  private List<Move> yardMoves(List<Move> mirror) {
    Map<AccountKey, Long> changes = changesOf(mirror);
    Map<AccountKey, Long> moved = new LinkedHashMap<>();
    for (AccountKey account : changes.keySet()) {
      if (isInYard(account)) {
        AccountKey onHand = inYard(AccountKind.ON_HAND, account);
        long lackingKg = -after(onHand, changes);
        long excessKg = after(inYard(AccountKind.UNRECONCILED, account), changes);
        moved.put(onHand, Math.max(lackingKg, excessKg));
      }
    }
    List<Move> moves = new ArrayList<>();
    moved.forEach((onHand, kg) -> {
      if (kg > 0) {
        moves.add(new Move(inYard(AccountKind.UNRECONCILED, onHand), onHand, kg));
      }
    });
    return moves;
  }

  private long after(AccountKey account, Map<AccountKey, Long> changes) {
    return balances.of(account) + changes.getOrDefault(account, 0L);
  }

  private @Nullable AccountKey firstShort(List<Move> mirror) {
    Map<AccountKey, Long> changes = changesOf(mirror);
    for (AccountKey account : changes.keySet()) {
      boolean givesWay = account.kind() == AccountKind.ON_HAND;
      if (account.kind().limited() && !givesWay && after(account, changes) < 0) {
        return account;
      }
    }
    return null;
  }

  private Outcome<Transfer> inTheWay(AccountKey shortOf) {
    PostedFact later = store.lastDraw(shortOf);
    if (later == null) {
      return Outcome.<Transfer>refused(LedgerRefusal.ACCOUNT_SHORT)
          .with("account", shortOf.kind().code());
    }
    ReversalRefusal refusal =
        later.kind() == TransferKind.USE_REPORTED
            ? ReversalRefusal.USE_REPORT_IN_THE_WAY
            : ReversalRefusal.LATER_FACT_IN_THE_WAY;
    return Outcome.<Transfer>refused(refusal)
        .with("laterKind", later.kind().code())
        .with("laterOn", LocalCalendar.dayOf(later.occurredAt()).toString());
  }

  private static Map<AccountKey, Long> changesOf(List<Move> moves) {
    Map<AccountKey, Long> changes = new LinkedHashMap<>();
    for (Move move : moves) {
      changes.merge(move.from(), -move.amount(), Math::addExact);
      changes.merge(move.to(), move.amount(), Math::addExact);
    }
    return changes;
  }

  private static boolean isInYard(AccountKey account) {
    return account.kind() == AccountKind.ON_HAND || account.kind() == AccountKind.UNRECONCILED;
  }

  /// The account of that kind of the same yard and year.
  private static AccountKey inYard(AccountKind kind, AccountKey other) {
    return new AccountKey(
        kind,
        other.owner(),
        null,
        null,
        other.site(),
        other.stream(),
        other.material(),
        other.generationYear());
  }

  /// A fact to be told.
  ///
  /// @param organisation who records it
  public record Telling(Id organisation, Id subject, Instant at, List<Move> moves) {}
}
