package cn.wufei.exchange.export;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who exports on this instance. A turn lasts from the first row that is read to the last byte that
/// is sent, since so long the archive takes room on the disk.
///
/// While the archive is made, the turn ends with the making, whatever comes of it. Afterwards it is
/// the reader's: the server closes what it was sending when the reader goes away, but not what it
/// never began to send because the reader had gone before. A turn of whose archive nothing is
/// fetched for a while is therefore ended for its reader.
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
    endOverdue();
    synchronized (taken) {
      if (taken.stream().anyMatch(turn -> turn.organisation.equals(organisation))) {
        return Outcome.refused(ExportRefusal.EXPORT_GOING_ON);
      }
      if (taken.size() >= settings.atOnce()) {
        return Outcome.<Turn>refused(ExportRefusal.EXPORTS_TOO_MANY)
            .with("retryAfterSeconds", RETRY_AFTER_SECONDS);
      }
      Turn turn = new Turn(organisation, Instant.now(clock).plus(settings.makingMax()));
      taken.add(turn);
      return Outcome.done(turn);
    }
  }

  /// Gives the disk back although nobody asks for the place.
  @Scheduled(fixedDelay = "${wufei.export.sweep:10s}", initialDelay = "${wufei.export.sweep:10s}")
  void endOverdue() {
    Instant now = Instant.now(clock);
    List<Turn> overdue;
    synchronized (taken) {
      overdue = taken.stream().filter(turn -> turn.due.isBefore(now)).toList();
    }
    overdue.forEach(Turn::end);
  }

  /// One export, from its beginning to its end.
  final class Turn {

    private final Id organisation;
    private volatile Instant due;
    private @Nullable Archive archive;

    private Turn(Id organisation, Instant due) {
      this.organisation = organisation;
      this.due = due;
    }

    /// The archive goes when the turn ends.
    synchronized void holds(Archive made) {
      archive = made;
    }

    /// The archive is made, or bytes of it were fetched: from now on the reader has a while for the
    /// next ones.
    void goesOn() {
      due = Instant.now(clock).plus(settings.idleMax());
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
