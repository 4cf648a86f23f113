package cn.wufei.exchange.searchfeed;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.ManyRows;
import cn.wufei.indexer.document.DocumentKind;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Lots and demands that changed and have not been matched since. Each change is a round; a
/// document that changes again while its round is worked on has a further one.
///
/// Who claims a round has it for a while. When nothing has come of it by then, be it that the
/// worker was killed, others may claim it; so what a round does must do no harm when done twice.
@Singleton
public class Unmatched {

  private final UnmatchedStore store;
  private final Clock clock;

  Unmatched(UnmatchedStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The next rounds for one worker, those that have waited longest first.
  ///
  /// @param lease how long nobody else gets them
  @Transactional
  public List<Round> claim(int limit, Duration lease) {
    Instant now = now();
    List<Round> rounds = store.lockDue(now, limit);
    if (!rounds.isEmpty()) {
      store.postpone(rounds, now.plus(lease));
    }
    return rounds;
  }

  /// Gives rounds back, to be claimed again no earlier than after a pause.
  @Transactional
  public void giveBack(List<Round> rounds, Duration pause) {
    if (!rounds.isEmpty()) {
      store.postpone(rounds, now().plus(pause));
    }
  }

  /// Ends a round. Call it in the transaction of what came of it.
  public void end(Round round) {
    store.delete(round);
  }

  /// By document the revision that the index must show before it can be matched; absent are those
  /// for which there is nothing to wait.
  @Connectable
  public Map<Id, Long> awaitedRevisions(DocumentKind kind, List<Id> documentIds) {
    return store.awaitedRevisions(kind, documentIds);
  }

  /// Has documents matched again that have not changed, but with which others they may be matched.
  /// Call it in the transaction of what changed that.
  public void putAgain(DocumentKind kind, Collection<Id> documentIds) {
    if (!documentIds.isEmpty()) {
      store.put(kind, documentIds, now());
    }
  }

  /// A new round of a document, to be written together with it.
  ManyRows round(DocumentKind kind, Id documentId) {
    return UnmatchedStore.rows(kind, List.of(documentId), now());
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  /// A change to be matched.
  ///
  /// @param roundId new with each change of the document
  /// @param putAt when it was changed
  public record Round(DocumentKind kind, Id documentId, Id roundId, Instant putAt) {}
}
