package cn.wufei.exchange.ledger.chain;

import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// An Ed25519 key (RFC 8032) that signs blocks. It is made of 32 secret bytes, the private key of
/// the RFC, and named by the hash of its public key.
public final class SigningKey {

  public static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 16;

  private final Ed25519PrivateKeyParameters secret;
  private final byte[] publicKey;
  private final String id;

  private SigningKey(Ed25519PrivateKeyParameters secret) {
    this.secret = secret;
    this.publicKey = secret.generatePublicKey().getEncoded();
    this.id = idOf(publicKey);
  }

  /// @param seed 32 bytes that nobody else knows
  public static SigningKey of(byte[] seed) {
    if (seed.length != SECRET_BYTES) {
      throw new IllegalArgumentException("a signing key is made of " + SECRET_BYTES + " bytes");
    }
    return new SigningKey(new Ed25519PrivateKeyParameters(seed));
  }

  public String id() {
    return id;
  }

  /// The 32 bytes of the public key as RFC 8032 writes them.
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /// 64 bytes.
  public byte[] sign(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, secret);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  public static String idOf(byte[] publicKey) {
    return HexFormat.of().formatHex(Sha256.of(publicKey), 0, ID_BYTES);
  }

  /// Whether the signature of the message was made with the key that belongs to `publicKey`.
  public static boolean isSigned(byte[] publicKey, byte[] message, byte[] signature) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(false, new Ed25519PublicKeyParameters(publicKey));
    signer.update(message, 0, message.length);
    return signer.verifySignature(signature);
  }
}
