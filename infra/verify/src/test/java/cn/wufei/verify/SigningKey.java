package cn.wufei.verify;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// An Ed25519 key made of a seed, so that every run has the same one.
@SuppressWarnings("ArrayRecordComponent") // never compared
record SigningKey(PrivateKey secret, byte[] publicKey) {

  /// Of the 32 bytes that are all `seed`.
  static SigningKey of(int seed) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) seed);
    return of(secret);
  }

  static SigningKey of(byte[] secret) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Seeded(secret));
      KeyPair pair = generator.generateKeyPair();
      byte[] x509 = pair.getPublic().getEncoded();
      PrivateKey same =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret));
      return new SigningKey(same, Arrays.copyOfRange(x509, x509.length - 32, x509.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String id() {
    return Hashes.HEX.formatHex(Hashes.sha256().digest(publicKey)).substring(0, 32);
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Gives the bytes of the seed: the JDK has no other way from a secret to its public key.
  private static final class Seeded extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Seeded(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
