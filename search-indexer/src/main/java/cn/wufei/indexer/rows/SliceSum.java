package cn.wufei.indexer.rows;

/// How many documents there are in a slice, and the sum of their revisions.
public record SliceSum(long count, long revisions) {

  public static final SliceSum NOTHING = new SliceSum(0, 0);
}
