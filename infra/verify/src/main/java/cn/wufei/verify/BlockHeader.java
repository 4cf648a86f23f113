package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;

import java.util.Arrays;

/// A row of `ledger_block`.
///
/// @param recordedAt microseconds since 1970
@SuppressWarnings("ArrayRecordComponent") // compared by their hashes, never as wholes
record BlockHeader(
    long number,
    byte[] previousHash,
    long recordedAt,
    long lastPosting,
    long lastAccount,
    int postings,
    int accounts,
    int closings,
    byte[] root,
    byte[] hash,
    String keyId,
    byte[] signature) {

  private static final int TAG = 0x42;

  /// What the first block follows.
  static BlockHeader none() {
    byte[] zeros = new byte[MerkleTree.HASH_BYTES];
    return new BlockHeader(0, zeros, Long.MIN_VALUE, 0, 0, 0, 0, 0, zeros, zeros, "", new byte[0]);
  }

  byte[] computedHash() {
    LeafWriter content =
        new LeafWriter()
            .i8(TAG)
            .i64(number)
            .bytes(previousHash)
            .i64(recordedAt)
            .i64(lastPosting)
            .i64(lastAccount)
            .i32(postings)
            .i32(accounts)
            .i32(closings)
            .bytes(root)
            .text(keyId);
    return Hashes.sha256().digest(content.toBytes());
  }

  boolean hasRightHash() {
    return Arrays.equals(hash, computedHash());
  }

  long leaves() {
    return (long) postings + accounts + closings;
  }

  String hashText() {
    return HEX.formatHex(hash);
  }
}
