package cn.wufei.exchange.ledger.chain;

import java.util.ArrayList;
import java.util.List;

/// The Merkle tree of RFC 6962, section 2.1, over leaves that were hashed already. The first byte
/// of what is hashed tells leaves from inner nodes, so that neither can be shown for the other.
public final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final List<byte[]> leaves;

  /// @param leaves hashes of the leaves, at least one
  public MerkleTree(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a block seals something");
    }
    this.leaves = List.copyOf(leaves);
  }

  public static byte[] leafHash(byte[] content) {
    return Sha256.of(LEAF, content);
  }

  /// The tree hash. Subtrees of equal size are joined as they complete, what is left over at the
  /// end from the right: the same tree as the recursive definition, in one pass.
  public byte[] root() {
    List<byte[]> stack = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      stack.add(leaves.get(i));
      for (int full = i + 1; (full & 1) == 0; full >>= 1) {
        join(stack);
      }
    }
    while (stack.size() > 1) {
      join(stack);
    }
    return stack.getFirst();
  }

  /// The hashes beside the way from a leaf up to the root, nearest the leaf first.
  public List<byte[]> path(int index) {
    List<byte[]> path = new ArrayList<>();
    collect(0, leaves.size(), index, path);
    return List.copyOf(path);
  }

  private void collect(int from, int to, int index, List<byte[]> path) {
    int size = to - from;
    if (size == 1) {
      return;
    }
    int middle = from + Integer.highestOneBit(size - 1);
    if (index < middle) {
      collect(from, middle, index, path);
      path.add(new MerkleTree(leaves.subList(middle, to)).root());
    } else {
      collect(middle, to, index, path);
      path.add(new MerkleTree(leaves.subList(from, middle)).root());
    }
  }

  private static void join(List<byte[]> stack) {
    byte[] right = stack.removeLast();
    byte[] left = stack.removeLast();
    stack.add(Sha256.of(NODE, left, right));
  }
}
