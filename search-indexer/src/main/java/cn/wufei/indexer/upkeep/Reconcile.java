package cn.wufei.indexer.upkeep;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.rows.ComparisonResult;
import cn.wufei.indexer.rows.UpkeepRows;
import cn.wufei.indexer.rows.UpkeepState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/// Compares an index with the database, mends it and keeps what was found.
@Singleton
class Reconcile {

  private final Comparison comparison;
  private final Mending mending;
  private final UpkeepRows upkeep;

  Reconcile(Comparison comparison, Mending mending, UpkeepRows upkeep) {
    this.comparison = comparison;
    this.mending = mending;
    this.upkeep = upkeep;
  }

  ComparisonResult run(DocumentKind kind, String alias, UpkeepState asked, Step between)
      throws SQLException {
    long startedAt = System.nanoTime();
    Differences differences = comparison.compare(kind, alias, between);
    between.take();
    long mended = mending.mend(kind, alias, differences);
    ComparisonResult result =
        new ComparisonResult(
            differences.documents(),
            differences.indexed(),
            differences.missing().size(),
            differences.older().size(),
            differences.newer().size(),
            differences.surplus().size(),
            mended,
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt));
    upkeep.compared(kind, asked, result);
    return result;
  }
}
