package cn.wufei.indexer.upkeep;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.rows.UpkeepRows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// The right of one instance to look after an index. It only spares work: two who believe that they
/// have it do no harm, because documents carry their revisions and an alias is exchanged only by
/// who names what is behind it.
final class Lease implements Step {

  private final UpkeepRows rows;
  private final DocumentKind kind;
  private final String holder;
  private final Duration duration;
  private final BooleanSupplier stopped;

  Lease(
      UpkeepRows rows,
      DocumentKind kind,
      String holder,
      Duration duration,
      BooleanSupplier stopped) {
    this.rows = rows;
    this.kind = kind;
    this.holder = holder;
    this.duration = duration;
    this.stopped = stopped;
  }

  /// Keeps the lease.
  @Override
  public void take() throws SQLException {
    requireThat(rows.hold(kind, holder, duration));
  }

  /// Keeps the lease and how far the scan has come.
  void scanned(long count, long to) throws SQLException {
    requireThat(rows.scanned(kind, holder, duration, count, to));
  }

  private void requireThat(boolean held) {
    if (!held) {
      throw new StoppedException("another instance looks after the index of each " + kind.code());
    }
    if (stopped.getAsBoolean()) {
      throw new StoppedException("the process ends");
    }
  }
}
