package cn.wufei.verify;

/// A row of `ledger_closing`.
///
/// @param closedAt microseconds since 1970
record ClosingRow(long accountId, long block, long closedAt) {

  private static final int TAG = 0x43;

  void write(LeafWriter leaf) {
    leaf.i8(TAG).i64(accountId).i64(block).i64(closedAt);
  }
}
