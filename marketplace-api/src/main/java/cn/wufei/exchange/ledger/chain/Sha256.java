package cn.wufei.exchange.ledger.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 over parts that follow each other.
final class Sha256 {

  static final int BYTES = 32;

  private Sha256() {}

  static byte[] of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
