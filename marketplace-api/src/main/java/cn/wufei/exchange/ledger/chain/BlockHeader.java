package cn.wufei.exchange.ledger.chain;

import java.time.Instant;

/// What a block says of itself, and is signed for.
///
/// @param lastPosting id of the last posting that it or a block before it covers
/// @param lastAccount number of the last account, likewise
@SuppressWarnings("ArrayRecordComponent")
public record BlockHeader(
    long number,
    byte[] previousHash,
    Instant recordedAt,
    long lastPosting,
    long lastAccount,
    int postings,
    int accounts,
    int closings,
    byte[] root,
    String keyId) {

  /// The hash before the first block.
  public static byte[] origin() {
    return new byte[Sha256.BYTES];
  }

  public byte[] hash() {
    return Sha256.of(
        new Content('B')
            .i64(number)
            .raw(previousHash)
            .instant(recordedAt)
            .i64(lastPosting)
            .i64(lastAccount)
            .i32(postings)
            .i32(accounts)
            .i32(closings)
            .raw(root)
            .text(keyId)
            .bytes());
  }
}
