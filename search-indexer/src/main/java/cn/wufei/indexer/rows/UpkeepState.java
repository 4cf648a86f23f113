package cn.wufei.indexer.rows;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What is to be done about an index of a kind, and how far it is.
///
/// @param comparisonRequestedAt when somebody asked to compare
/// @param comparisonDue the last comparison is longer ago than it may be
/// @param rebuildRequestedAt when somebody asked to build it anew
/// @param scannedTo the last id of which all before it are in the target too
public record UpkeepState(
    @Nullable LocalDateTime comparisonRequestedAt,
    boolean comparisonDue,
    @Nullable LocalDateTime rebuildRequestedAt,
    Rebuild rebuild,
    long scanned,
    long scannedTo) {

  /// How far a rebuild is: every write goes to both indices in each state but the first.
  public enum Rebuild {
    IDLE,
    FILLING,
    CHECKING
  }

  public boolean isComparisonWanted() {
    return comparisonDue || comparisonRequestedAt != null;
  }
}
