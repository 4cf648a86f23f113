package cn.wufei.verify;

import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The keys that the ledger names, and which of them have signed.
final class Keys {

  private final Map<String, Key> byId = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();
  private final @Nullable String trusted;

  /// @param trusted id of the only key that may sign, or null for every key that the ledger names
  Keys(List<LedgerReader.KeyRow> rows, @Nullable String trusted) throws Violation {
    this.trusted = trusted;
    for (LedgerReader.KeyRow row : rows) {
      requireFits(row.keyId(), row.publicKey());
      byId.put(row.keyId(), new Key(Hashes.publicKey(row.publicKey()), row.firstUsedAt()));
    }
  }

  static void requireFits(String keyId, byte[] publicKey) throws Violation {
    String fitting = Hashes.keyId(publicKey);
    if (!keyId.equals(fitting)) {
      throw new Violation(
          "key %s: it is not the id of its public key, which is %s".formatted(keyId, fitting));
    }
  }

  static void requireTrusted(String keyId, @Nullable String trusted) throws Violation {
    if (trusted != null && !trusted.equals(keyId)) {
      throw new Violation(
          "the signing key is %s, the only trusted one is %s".formatted(keyId, trusted));
    }
  }

  /// Whether the block may be signed with the key that it names; not yet whether it is.
  void requireKnown(BlockHeader block) throws Violation {
    Key key = byId.get(block.keyId());
    if (key == null) {
      throw Violation.inBlock(
          block.number(), "its key %s is not in ledger_key".formatted(block.keyId()));
    }
    if (trusted != null && !trusted.equals(block.keyId())) {
      throw Violation.inBlock(
          block.number(),
          "it is signed with key %s, the only trusted one is %s".formatted(block.keyId(), trusted));
    }
    if (used.add(block.keyId()) && key.firstUsedAt() != block.recordedAt()) {
      throw Violation.inBlock(
          block.number(),
          "it is the first signed with key %s, whose first_used_at is %s and must be %s"
              .formatted(
                  block.keyId(),
                  Times.instant(key.firstUsedAt()),
                  Times.instant(block.recordedAt())));
    }
  }

  /// Whether a block whose key is known is signed with it. May be called from any thread.
  boolean hasSigned(BlockHeader block) {
    Key key = byId.get(block.keyId());
    return key != null && Hashes.isSigned(block.hash(), block.signature(), key.key());
  }

  /// A key that signed nothing was put there by nobody who records.
  void requireAllUsed() throws Violation {
    for (String keyId : byId.keySet()) {
      if (!used.contains(keyId)) {
        throw new Violation("key %s: no block is signed with it".formatted(keyId));
      }
    }
  }

  private record Key(@Nullable PublicKey key, long firstUsedAt) {}
}
