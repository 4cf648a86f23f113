package cn.wufei.verify;

import java.util.ArrayList;
import java.util.List;

/// The tree hash and the audit path word for word as RFC 6962, section 2.1, defines them.
final class Rfc6962 {

  private Rfc6962() {}

  static byte[] treeHash(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return Hashes.sha256()
          .digest(
              Rows.bytes(out -> {
                out.writeByte(0);
                out.write(leaves.getFirst());
              }));
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return Hashes.sha256()
        .digest(
            Rows.bytes(out -> {
              out.writeByte(1);
              out.write(treeHash(leaves.subList(0, k)));
              out.write(treeHash(leaves.subList(k, leaves.size())));
            }));
  }

  static List<byte[]> path(int index, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return new ArrayList<>();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    boolean isLeft = index < k;
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    List<byte[]> path = isLeft ? path(index, left) : path(index - k, right);
    path.add(treeHash(isLeft ? right : left));
    return path;
  }
}
