package cn.wufei.verify;

/// Postings with their transfers, column by column, and their leaves one after the other. Batches
/// travel from the thread that reads to the one that checks, and back to be filled again.
final class PostingBatch {

  static final int ROWS = 2_048;

  final long[] id = new long[ROWS];
  final long[] transfer = new long[ROWS];
  final short[] line = new short[ROWS];
  final byte[] unit = new byte[ROWS];
  final long[] debit = new long[ROWS];
  final long[] credit = new long[ROWS];
  final long[] amount = new long[ROWS];
  final long[] debitAfter = new long[ROWS];
  final long[] creditAfter = new long[ROWS];
  final boolean[] hasTransfer = new boolean[ROWS];
  final long[] occurredAt = new long[ROWS];
  final int[] occurredOn = new int[ROWS];
  final long[] recordedAt = new long[ROWS];

  final LeafWriter leaves = new LeafWriter();
  final int[] leafEnd = new int[ROWS];

  int rows;

  void clear() {
    rows = 0;
    leaves.clear();
  }

  void addLeafTo(MerkleTree tree, int row) {
    int start = row == 0 ? 0 : leafEnd[row - 1];
    tree.add(leaves.buffer(), start, leafEnd[row] - start);
  }
}
