package cn.wufei.verify;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// SHA-256 and Ed25519 as the JDK has them.
final class Hashes {

  static final HexFormat HEX = HexFormat.of();
  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  private static final int KEY_ID_BYTES = 16;

  /// What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410).
  private static final byte[] X509_PREFIX = HEX.parseHex("302a300506032b6570032100");

  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String keyId(byte[] publicKey) {
    return HEX.formatHex(Arrays.copyOf(sha256().digest(publicKey), KEY_ID_BYTES));
  }

  /// The key, or null when the bytes are none.
  static @Nullable PublicKey publicKey(byte[] raw) {
    if (raw.length != KEY_BYTES) {
      return null;
    }
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
    System.arraycopy(raw, 0, encoded, X509_PREFIX.length, KEY_BYTES);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (InvalidKeySpecException e) {
      return null;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean isSigned(byte[] message, byte[] signature, @Nullable PublicKey key) {
    if (key == null || signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
