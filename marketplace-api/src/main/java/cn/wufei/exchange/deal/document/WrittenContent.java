package cn.wufei.exchange.deal.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The bytes of a version, and their hash. Nobody changes the bytes.
final class WrittenContent {

  private final byte[] bytes;
  private final String sha256;

  WrittenContent(byte[] bytes) {
    this.bytes = bytes.clone();
    this.sha256 = hashOf(bytes);
  }

  /// A copy.
  byte[] bytes() {
    return bytes.clone();
  }

  int sizeBytes() {
    return bytes.length;
  }

  /// In lower-case hexadecimal digits.
  String sha256() {
    return sha256;
  }

  private static String hashOf(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
