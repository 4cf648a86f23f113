package cn.wufei.indexer.document;

/// Parts of about the same size into which the documents of a kind fall, so that database and index
/// can be compared by a few sums. An id's lowest bits count up from a random start, which makes
/// them even.
public final class Slices {

  public static final int COUNT = 64;

  private Slices() {}

  /// The same as `mod(id, 64)` in SQL.
  public static int of(long number) {
    return Math.floorMod(number, COUNT);
  }
}
