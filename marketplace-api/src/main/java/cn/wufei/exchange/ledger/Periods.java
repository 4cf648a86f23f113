package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Closed months. Once an organisation has closed a month, nothing that happened in it is posted
/// any more that touches the organisation's books, whoever posts it; what was wrong is corrected
/// with today's date. A month is closed only when it is over.
///
/// Closing and reopening must run in a posting write, so that nobody posts meanwhile.
@Singleton
public class Periods {

  private final PeriodStore store;
  private final Clock clock;

  Periods(PeriodStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The closed months that the drafts lie in, of those whose books they touch; asked once for all
  /// of them.
  Closed closedAmong(List<TransferDraft> drafts) {
    YearMonth running = LocalCalendar.monthOf(Instant.now(clock));
    Set<Id> owners = new TreeSet<>();
    Set<YearMonth> months = new TreeSet<>();
    for (TransferDraft draft : drafts) {
      YearMonth month = LocalCalendar.monthOf(draft.occurredAt());
      if (month.isBefore(running)) {
        months.add(month);
        owners.addAll(ownersOf(draft));
      }
    }
    return new Closed(months.isEmpty() ? Set.of() : store.locked(owners, months));
  }

  private static Set<Id> ownersOf(TransferDraft draft) {
    Set<Id> owners = new TreeSet<>(Set.of(draft.organisation()));
    for (Move move : draft.moves()) {
      owners.add(move.from().owner());
      owners.add(move.to().owner());
    }
    return owners;
  }

  /// When something that happened then is posted: today, where its month is closed for any of them.
  public Instant openDate(Collection<Id> owners, Instant occurredAt) {
    return lockedAmong(owners, LocalCalendar.dayOf(occurredAt)).isEmpty() ? occurredAt : now();
  }

  /// Whether the month of the day is open to all whose books something touches, for what is
  /// recorded and moves nothing; what moves something is held to it when it is posted.
  public Outcome<LocalDate> requireOpen(Collection<Id> owners, LocalDate day) {
    List<Id> locked = lockedAmong(owners, day);
    return locked.isEmpty()
        ? Outcome.done(day)
        : Periods.<LocalDate>locked(YearMonth.from(day), locked.getFirst());
  }

  private static <T> Outcome<T> locked(YearMonth month, Id owner) {
    return Outcome.<T>refused(LedgerRefusal.PERIOD_LOCKED)
        .with("month", month.toString())
        .with("organisationId", owner.toString());
  }

  /// What the organisation has ever closed, newest month first.
  public List<ClosedPeriod> of(Id organisation) {
    return store.of(organisation);
  }

  /// The month as it stands, when it was ever closed.
  public @Nullable ClosedPeriod find(Id organisation, YearMonth month) {
    return store.find(organisation, month);
  }

  public ClosedPeriod close(Id organisation, YearMonth month) {
    ClosedPeriod earlier = store.find(organisation, month);
    if (earlier == null) {
      var closed = new ClosedPeriod(month, now(), null, null);
      store.insert(organisation, closed);
      return closed;
    }
    var closed = new ClosedPeriod(month, now(), null, earlier.reopenReason());
    store.update(organisation, closed);
    return closed;
  }

  public ClosedPeriod reopen(Id organisation, ClosedPeriod closed, String reason) {
    var reopened = new ClosedPeriod(closed.month(), closed.closedAt(), now(), reason);
    store.update(organisation, reopened);
    return reopened;
  }

  /// The running month is never closed, so most postings ask nothing.
  private List<Id> lockedAmong(Collection<Id> owners, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return month.isBefore(LocalCalendar.monthOf(Instant.now(clock)))
        ? store.locked(owners, Set.of(month)).stream().map(Closed.Month::organisation).toList()
        : List.of();
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  /// Months that are closed.
  record Closed(Set<Month> months) {

    /// The draft, unless it lies in a closed month of somebody whose books it touches.
    Outcome<TransferDraft> requireOpen(TransferDraft draft) {
      if (months.isEmpty()) {
        return Outcome.done(draft);
      }
      YearMonth month = LocalCalendar.monthOf(draft.occurredAt());
      for (Id owner : ownersOf(draft)) {
        if (months.contains(new Month(owner, month))) {
          return locked(month, owner);
        }
      }
      return Outcome.done(draft);
    }

    /// A month of an organisation.
    record Month(Id organisation, YearMonth month) {}
  }

  /// @param reopenedAt when an authority reopened it; absent while it is closed
  /// @param reopenReason why it was last reopened
  public record ClosedPeriod(
      YearMonth month,
      Instant closedAt,
      @Nullable Instant reopenedAt,
      @Nullable String reopenReason) {

    public boolean isLocked() {
      return reopenedAt == null;
    }
  }
}
