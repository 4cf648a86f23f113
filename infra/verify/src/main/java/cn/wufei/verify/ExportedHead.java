package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/// A head that was exported and kept elsewhere. Whoever holds the database and the signing key can
/// write another history that fits; only this shows it.
///
/// @param recordedAt microseconds since 1970
@SuppressWarnings("ArrayRecordComponent") // never compared
record ExportedHead(
    long blockNumber,
    byte[] hash,
    long recordedAt,
    String keyId,
    byte[] publicKey,
    byte[] signature) {

  static ExportedHead read(Path file) throws UsageException {
    JsonFile json = JsonFile.read(file);
    return new ExportedHead(
        json.blockNumber("blockNumber"),
        json.hex("hash", MerkleTree.HASH_BYTES),
        json.instant("recordedAt"),
        json.text("keyId"),
        json.hex("publicKey", Hashes.KEY_BYTES),
        json.hex("signature", Hashes.SIGNATURE_BYTES));
  }

  /// Checks that the file itself is what it says.
  void requireSigned(Set<String> trusted) throws Violation {
    Keys.requireFits(keyId, publicKey);
    Keys.requireTrusted(keyId, trusted);
    if (!Hashes.isSigned(hash, signature, Hashes.publicKey(publicKey))) {
      throw new Violation("exported head: its signature is not one of key " + keyId);
    }
  }

  /// Compares a block of the ledger, when it is the one that was exported.
  void compare(BlockHeader block) throws Violation {
    if (block.number() != blockNumber) {
      return;
    }
    if (!Arrays.equals(block.hash(), hash)) {
      throw Violation.inBlock(
          blockNumber,
          "the ledger was rewritten: its hash is %s, the exported one %s"
              .formatted(block.hashText(), HEX.formatHex(hash)));
    }
    if (block.recordedAt() != recordedAt || !block.keyId().equals(keyId)) {
      throw Violation.inBlock(
          blockNumber, "the exported head has its hash, but another time or key");
    }
  }

  /// The ledger must be at least as long as it was.
  void requireReached(BlockHeader last) throws Violation {
    if (last.number() < blockNumber) {
      throw Violation.inBlock(
          blockNumber,
          "the ledger was cut: its last block is %d, this one was exported"
              .formatted(last.number()));
    }
  }
}
