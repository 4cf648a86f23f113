package cn.wufei.exchange.export;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who exports on this instance. A turn lasts from the first row that is read to the last byte that
/// is sent, since so long the archive takes room on the disk. One that is never ended, because its
/// reader went away without a word, is ended for it by the next who asks.
@Singleton
class Turns {

  private static final int RETRY_AFTER_SECONDS = 15;

  private final ExportSettings settings;
  private final Clock clock;
  private final List<Turn> taken = new ArrayList<>();

  Turns(ExportSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Checked in this order: none of the organisation goes on, there is a free place.
  Outcome<Turn> take(Id organisation) {
    Instant now = Instant.now(clock);
    overdue(now).forEach(Turn::end);
    synchronized (taken) {
      if (taken.stream().anyMatch(turn -> turn.organisation.equals(organisation))) {
        return Outcome.refused(ExportRefusal.EXPORT_GOING_ON);
      }
      if (taken.size() >= settings.atOnce()) {
        return Outcome.<Turn>refused(ExportRefusal.EXPORTS_TOO_MANY)
            .with("retryAfterSeconds", RETRY_AFTER_SECONDS);
      }
      Turn turn = new Turn(organisation, now);
      taken.add(turn);
      return Outcome.done(turn);
    }
  }

  private List<Turn> overdue(Instant now) {
    synchronized (taken) {
      return taken.stream()
          .filter(turn -> turn.since.plus(settings.sendingMax()).isBefore(now))
          .toList();
    }
  }

  /// One export, from its beginning to its end.
  final class Turn {

    private final Id organisation;
    private final Instant since;
    private @Nullable Archive archive;

    private Turn(Id organisation, Instant since) {
      this.organisation = organisation;
      this.since = since;
    }

    /// The archive goes when the turn ends.
    synchronized void holds(Archive made) {
      archive = made;
    }

    /// May be called again.
    void end() {
      synchronized (taken) {
        taken.remove(this);
      }
      close();
    }

    private synchronized void close() {
      if (archive != null) {
        archive.close();
      }
    }
  }
}
