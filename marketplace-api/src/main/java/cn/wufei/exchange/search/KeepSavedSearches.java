package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes a member's saved searches. They are the member's own notes and no part of any trade, so
/// nothing of them is audited.
///
/// Refusals of a new one, in this order: it cannot be read as a search, there are too many, the
/// name is taken.
@Singleton
class KeepSavedSearches {

  private static final int SEARCHES_MAX = 50;

  private final SavedSearchStore store;
  private final SavedQueries queries;
  private final Clock clock;

  KeepSavedSearches(SavedSearchStore store, SavedQueries queries, Clock clock) {
    this.store = store;
    this.queries = queries;
    this.clock = clock;
  }

  /// @param alerts whether the firm is told of new results from now on
  Outcome<SavedSearch> save(
      Caller caller, SearchKind kind, String name, String query, boolean alerts) {
    return queries
        .read(kind.target(), query)
        .then(_ -> {
          List<SavedSearch> mine = store.lockAllOf(caller.memberId());
          if (mine.size() >= SEARCHES_MAX) {
            return Outcome.refused(SearchRefusal.SAVED_SEARCHES_FULL);
          }
          String wanted = name.strip();
          if (isTaken(mine, wanted, null)) {
            return Outcome.refused(SearchRefusal.NAME_TAKEN, "name");
          }
          Instant now = Instant.now(clock);
          SavedSearch saved =
              new SavedSearch(Id.next(), 1, kind, wanted, query, now, now, alerts, 0L);
          store.insert(caller, saved);
          return Outcome.done(saved);
        });
  }

  /// @param alerts nothing when it stays as it is; switched on, what is new from now on is told
  Outcome<SavedSearch> change(
      Caller caller, Id id, long version, String name, @Nullable Boolean alerts) {
    String wanted = name.strip();
    return changed(
        caller,
        id,
        version,
        mine -> {
          if (isTaken(mine.all(), wanted, id)) {
            return Outcome.refused(SearchRefusal.NAME_TAKEN, "name");
          }
          SavedSearch old = mine.one();
          boolean told = alerts == null ? old.alerts() : alerts;
          store.rename(caller.memberId(), id, wanted, version + 1);
          if (told != old.alerts()) {
            store.alert(caller.memberId(), id, told ? Instant.now(clock) : null);
          }
          return Outcome.done(
              new SavedSearch(
                  id,
                  version + 1,
                  old.kind(),
                  wanted,
                  old.query(),
                  old.createdAt(),
                  old.openedAt(),
                  told,
                  null));
        });
  }

  Outcome<SavedSearch> delete(Caller caller, Id id, long version) {
    return changed(
        caller,
        id,
        version,
        mine -> {
          store.delete(caller.memberId(), id);
          return Outcome.done(mine.one());
        });
  }

  /// The mark of when it was last opened is no part of what its versions count.
  Outcome<SavedSearch> open(Caller caller, Id id) {
    SavedSearch old = find(store.lockAllOf(caller.memberId()), id);
    if (old == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Instant now = Instant.now(clock);
    store.open(caller.memberId(), id, now);
    return Outcome.done(
        new SavedSearch(
            id,
            old.version(),
            old.kind(),
            old.name(),
            old.query(),
            old.createdAt(),
            now,
            old.alerts(),
            0L));
  }

  private Outcome<SavedSearch> changed(
      Caller caller, Id id, long version, Function<Mine, Outcome<SavedSearch>> change) {
    List<SavedSearch> all = store.lockAllOf(caller.memberId());
    SavedSearch one = find(all, id);
    if (one == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (one.version() != version) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    return change.apply(new Mine(all, one));
  }

  private static @Nullable SavedSearch find(List<SavedSearch> all, Id id) {
    return all.stream().filter(search -> search.id().equals(id)).findFirst().orElse(null);
  }

  private static boolean isTaken(List<SavedSearch> all, String name, @Nullable Id but) {
    return all.stream().anyMatch(search -> search.name().equals(name) && !search.id().equals(but));
  }

  private record Mine(List<SavedSearch> all, SavedSearch one) {}
}
