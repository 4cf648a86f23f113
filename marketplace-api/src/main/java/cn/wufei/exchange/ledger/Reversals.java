package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
/// the truth had been known in time; and what a mirror would put there in excess goes on hand. When
/// all is told, nothing lies on hand beside what is unreconciled of the same year: had the truth
/// been known, it would have left instead, and clearing the year would invent tonnes that never
/// were. Other limited accounts do not give way: what was built on the fact has to be undone first.
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

  /// Those of the transfers that were taken back.
  public Set<Id> reversed(Collection<Id> transfers) {
    return transfers.isEmpty() ? Set.of() : store.reversed(transfers);
  }

  /// As of when a fact is corrected: as of when it happened, so that the figures of its month come
  /// right; as of now when one of those whose books it touches has closed that month.
  public Instant dateOf(PostedFact fact) {
    List<Id> owners =
        store.movesOf(fact.id()).stream()
            .flatMap(move -> List.of(move.from().owner(), move.to().owner()).stream())
            .collect(Collectors.toCollection(ArrayList::new));
    owners.add(fact.organisation());
    return periods.openDate(owners, fact.occurredAt());
  }

  /// The same for what may have moved nothing: as of when it was last told or taken back, or of
  /// when it happened if it never was.
  ///
  /// @param owners whose books it touches
  public Instant dateOf(Id subject, Collection<Id> owners, Instant occurredAt) {
    Instant last = store.lastOccurredAt(subject);
    return periods.openDate(owners, last == null ? occurredAt : last);
  }

  /// Takes a fact back that did not happen. Must run in a posting write.
  ///
  /// @param at as [#dateOf] says
  /// @param promises what it means for what was promised
  public Outcome<Transfer> reverse(PostedFact fact, Instant at, List<Move> promises) {
    List<Move> mirror = mirrorOf(fact);
    List<Move> more = new ArrayList<>(netting(mirror, yardsOf(mirror)));
    more.addAll(promises);
    return reverse(fact, at, mirror, more);
  }

  /// Takes a fact back that the same write tells otherwise. What lies on hand beside what is
  /// unreconciled stays so until then, so that the fact is told from what was there without it.
  public Outcome<Transfer> reverseToTell(PostedFact fact, Instant at) {
    return reverse(fact, at, mirrorOf(fact), List.of());
  }

  /// Tells a fact, under the next number when it was told before and taken back: a load whose
  /// receipt was voided is received again. Must run in a posting write.
  public Outcome<Transfer> tell(
      TransferKind kind, Id organisation, Id subject, Instant at, List<Move> fact) {
    List<Id> told = store.told(subject, kind);
    Set<AccountKey> yards = yardsOf(fact);
    if (!told.isEmpty()) {
      yards.addAll(yardsOf(store.movesOf(told.getLast())));
    }
    List<Move> moves = new ArrayList<>(fact);
    moves.addAll(netting(fact, yards));
    return journal.post(
        told.isEmpty()
            ? TransferDraft.once(kind, organisation, subject, at, moves)
            : TransferDraft.again(kind, organisation, subject, told.size() + 1, at, moves));
  }

  /// Tells many facts of one kind that were never told before and touch no yard, each of another
  /// subject, and posts them together; one that is refused changes nothing for the others. What was
  /// told before after all is answered as the journal answers a reference that is taken.
  public List<Outcome<Transfer>> tellFirst(TransferKind kind, List<Telling> facts) {
    return journal.postAll(
        facts.stream()
            .map(fact ->
                TransferDraft.once(
                    kind, fact.organisation(), fact.subject(), fact.at(), fact.moves()))
            .toList());
  }

  private Outcome<Transfer> reverse(
      PostedFact fact, Instant at, List<Move> mirror, List<Move> more) {
    AccountKey shortOf = firstShort(mirror);
    if (shortOf != null) {
      return inTheWay(shortOf);
    }
    List<Move> moves = new ArrayList<>();
    Map<AccountKey, Long> changes = changesOf(mirror);
    for (AccountKey onHand : yardsOf(mirror)) {
      long kg = lackingOnHand(onHand, changes);
      if (kg > 0) {
        moves.add(new Move(inYard(AccountKind.UNRECONCILED, onHand), onHand, kg));
      }
    }
    moves.addAll(mirror);
    moves.addAll(more);
    return journal.post(TransferDraft.reversal(fact, at, moves));
  }

  private List<Move> mirrorOf(PostedFact fact) {
    return store.movesOf(fact.id()).stream()
        .filter(move -> move.to().kind().unit() != Unit.COMMITMENT_KG)
        .map(Move::mirrored)
        .toList();
  }

  /// What lies on hand after the moves makes up for what is unreconciled.
  private List<Move> netting(List<Move> moves, Set<AccountKey> yards) {
    Map<AccountKey, Long> changes = changesOf(moves);
    List<Move> netting = new ArrayList<>();
    for (AccountKey onHand : yards) {
      long kg = lackingOnHand(onHand, changes);
      if (kg < 0) {
        netting.add(new Move(onHand, inYard(AccountKind.UNRECONCILED, onHand), -kg));
      }
    }
    return netting;
  }

  /// What has to come on hand from the unreconciled account so that neither is on the wrong side of
  /// nothing; below zero where both are on the right one, by what they have in common.
  private long lackingOnHand(AccountKey onHand, Map<AccountKey, Long> changes) {
    long lackingKg = -after(onHand, changes);
    long excessKg = after(inYard(AccountKind.UNRECONCILED, onHand), changes);
    return Math.max(lackingKg, excessKg);
  }

  /// The on-hand accounts of the yards and years that the moves touch.
  private static Set<AccountKey> yardsOf(List<Move> moves) {
    return changesOf(moves).keySet().stream()
        .filter(Reversals::isInYard)
        .map(account -> inYard(AccountKind.ON_HAND, account))
        .collect(Collectors.toCollection(LinkedHashSet::new));
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
