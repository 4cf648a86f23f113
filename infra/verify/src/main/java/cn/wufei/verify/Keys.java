package cn.wufei.verify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.jspecify.annotations.Nullable;

/// The keys that the ledger names, and which of them have signed.
final class Keys {

  private final Map<String, Key> byId = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();
  private final Set<String> trusted;

  /// @param trusted ids of the only keys that may sign; none for every key that the ledger names
  Keys(List<LedgerReader.KeyRow> rows, Set<String> trusted) throws Violation {
    this.trusted = trusted;
    for (LedgerReader.KeyRow row : rows) {
      requireFits(row.keyId(), row.publicKey());
      byId.put(row.keyId(), new Key(BlockSignature.key(row.publicKey()), row.firstUsedAt()));
    }
  }

  static void requireFits(String keyId, byte[] publicKey) throws Violation {
    String fitting = Hashes.keyId(publicKey);
    if (!keyId.equals(fitting)) {
      throw new Violation(
          "key %s: it is not the id of its public key, which is %s".formatted(keyId, fitting));
    }
  }

  static void requireTrusted(String keyId, Set<String> trusted) throws Violation {
    if (!isTrusted(keyId, trusted)) {
      throw new Violation(
          "the signing key is %s, trusted is only %s".formatted(keyId, String.join(", ", trusted)));
    }
  }

  private static boolean isTrusted(String keyId, Set<String> trusted) {
    return trusted.isEmpty() || trusted.contains(keyId);
  }

  /// Whether the block may be signed with the key that it names; not yet whether it is.
  void requireKnown(BlockHeader block) throws Violation {
    Key key = byId.get(block.keyId());
    if (key == null) {
      throw Violation.inBlock(
          block.number(), "its key %s is not in ledger_key".formatted(block.keyId()));
    }
    if (!isTrusted(block.keyId(), trusted)) {
      throw Violation.inBlock(
          block.number(),
          "it is signed with key %s, trusted is only %s"
              .formatted(block.keyId(), String.join(", ", trusted)));
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
    return key != null && BlockSignature.isGood(block.hash(), block.signature(), key.key());
  }

  /// A key that signed nothing was put there by nobody who records.
  void requireAllUsed() throws Violation {
    for (String keyId : byId.keySet()) {
      if (!used.contains(keyId)) {
        throw new Violation("key %s: no block is signed with it".formatted(keyId));
      }
    }
  }

  private record Key(@Nullable Ed25519PublicKeyParameters key, long firstUsedAt) {}
}
