package cn.wufei.verify;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/// The signatures of a chain of blocks, checked by Bouncy Castle: a chain has one every few dozen
/// postings, and the JDK takes eight times as long for each. A head or a proof has one alone and is
/// left to the JDK, see [Hashes].
final class BlockSignature {

  private BlockSignature() {}

  /// The key, or null when the bytes are none.
  static @Nullable Ed25519PublicKeyParameters key(byte[] raw) {
    if (raw.length != Hashes.KEY_BYTES) {
      return null;
    }
    try {
      return new Ed25519PublicKeyParameters(raw);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  static boolean isGood(
      byte[] message, byte[] signature, @Nullable Ed25519PublicKeyParameters key) {
    return key != null
        && signature.length == Hashes.SIGNATURE_BYTES
        && key.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
  }
}
