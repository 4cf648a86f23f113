package cn.wufei.exchange.bulk;

import cn.wufei.exchange.kernel.Outcome;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Keeps the lines that are on their way to the ledger in the order of the file. Where one fails
/// that may be recorded on another try, those behind it are not recorded before it.
final class FileOrder {

  private static final long NONE = Long.MAX_VALUE;

  private final AtomicLong failed = new AtomicLong(NONE);

  /// Runs the work of a line, unless one before it has failed. It may run again from the start, as
  /// a block does that has lost a deadlock; then those before it have run again as well.
  <R> Outcome<R> inTurn(ImportLine.Place place, Supplier<Outcome<R>> work) {
    if (failed.get() < place.cursor()) {
      return Outcome.refused(ImportRefusal.EARLIER_LINE_FAILED);
    }
    boolean isDone = false;
    try {
      Outcome<R> outcome = work.get();
      isDone = true;
      return outcome;
    } finally {
      if (isDone) {
        failed.compareAndSet(place.cursor(), NONE);
      } else {
        failed(place);
      }
    }
  }

  void failed(ImportLine.Place place) {
    failed.accumulateAndGet(place.cursor(), Math::min);
  }

  /// Nothing is on its way any more.
  void forget() {
    failed.set(NONE);
  }
}
