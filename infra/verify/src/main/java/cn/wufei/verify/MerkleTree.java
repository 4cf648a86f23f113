package cn.wufei.verify;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tree hash of RFC 6962, section 2.1, of leaves that come one by one. Only the roots of the
/// complete subtrees are kept, one below the other in one array, so that two neighbours are hashed
/// where they stand.
final class MerkleTree {

  static final int HASH_BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private static final int SUBTREES_MAX = 64;

  private final MessageDigest digest = Hashes.sha256();
  private final byte[] subtrees = new byte[SUBTREES_MAX * HASH_BYTES];
  private int size;
  private long leaves;

  void clear() {
    size = 0;
    leaves = 0;
  }

  long leaves() {
    return leaves;
  }

  /// Adds a leaf's content, without the prefix.
  void add(byte[] buffer, int offset, int length) {
    digest.update(LEAF);
    digest.update(buffer, offset, length);
    into(size);
    size++;
    leaves++;
    for (long rest = leaves; (rest & 1) == 0; rest >>= 1) {
      joinLastTwo();
    }
  }

  void add(LeafWriter leaf) {
    add(leaf.buffer(), 0, leaf.length());
  }

  /// The root; nothing may be added afterwards, before [#clear()].
  byte[] root() {
    if (size == 0) {
      throw new IllegalStateException("a tree without leaves has no root here");
    }
    while (size > 1) {
      joinLastTwo();
    }
    return Arrays.copyOf(subtrees, HASH_BYTES);
  }

  private void joinLastTwo() {
    digest.update(NODE);
    digest.update(subtrees, (size - 2) * HASH_BYTES, 2 * HASH_BYTES);
    size--;
    into(size - 1);
  }

  private void into(int place) {
    try {
      digest.digest(subtrees, place * HASH_BYTES, HASH_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] leafHash(byte[] content) {
    MessageDigest sha256 = Hashes.sha256();
    sha256.update(LEAF);
    return sha256.digest(content);
  }

  /// The root to which an audit path leads (RFC 6962, section 2.1.1, nearest hash first), or null
  /// when a path of that length cannot be one of that leaf.
  static byte @Nullable [] rootOf(byte[] leafHash, long index, long count, List<byte[]> path) {
    if (index < 0 || index >= count) {
      return null;
    }
    byte[] hash = leafHash;
    long node = index;
    long last = count - 1;
    for (byte[] sibling : path) {
      if (last == 0) {
        return null;
      }
      if ((node & 1) == 1 || node == last) {
        hash = node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? hash : null;
  }

  private static byte[] node(byte[] left, byte[] right) {
    MessageDigest sha256 = Hashes.sha256();
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }
}
