package cn.wufei.exchange.ledger.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;

/// An Ed25519 key (RFC 8032) that signs blocks. It is made of 32 secret bytes, the private key of
/// the RFC, and named by the hash of its public key.
public final class SigningKey {

  public static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 16;
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final byte[] publicKey;
  private final String id;

  private SigningKey(KeyPair pair) {
    this.secret = pair.getPrivate();
    this.publicKey = bytesOf((EdECPublicKey) pair.getPublic());
    this.id = idOf(publicKey);
  }

  /// @param seed 32 bytes that nobody else knows
  public static SigningKey of(byte[] seed) {
    if (seed.length != SECRET_BYTES) {
      throw new IllegalArgumentException("a signing key is made of " + SECRET_BYTES + " bytes");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
      return new SigningKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
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
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String idOf(byte[] publicKey) {
    return HexFormat.of().formatHex(Sha256.of(publicKey), 0, ID_BYTES);
  }

  /// Whether the signature of the message was made with the key that belongs to `publicKey`.
  public static boolean isSigned(byte[] publicKey, byte[] message, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(keyOf(publicKey));
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static byte[] bytesOf(EdECPublicKey key) {
    byte[] bigEndian = key.getPoint().getY().toByteArray();
    byte[] bytes = new byte[SECRET_BYTES];
    for (int i = 0; i < Math.min(bigEndian.length, SECRET_BYTES); i++) {
      bytes[i] = bigEndian[bigEndian.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      bytes[SECRET_BYTES - 1] |= (byte) 0x80;
    }
    return bytes;
  }

  private static PublicKey keyOf(byte[] bytes) throws GeneralSecurityException {
    byte[] bigEndian = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      bigEndian[i] = bytes[bytes.length - 1 - i];
    }
    boolean isOdd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    var point = new EdECPoint(isOdd, new java.math.BigInteger(1, bigEndian));
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  /// Gives a generator the secret that was configured: the platform has no other way from the bytes
  /// of the RFC to the pair of keys.
  private static final class Given extends SecureRandom {

    private static final long serialVersionUID = 1L;
    private final byte[] seed;

    private Given(byte[] seed) {
      this.seed = Arrays.copyOf(seed, seed.length);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
