package cn.wufei.exchange.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Shows a receiver that a message comes from the exchange and when it was sent: HMAC-SHA256, keyed
/// with the webhook's secret, over the timestamp, a full stop and the body. With the timestamp in
/// it, a message that was overheard cannot be sent again later.
final class Signature {

  /// Begins every secret, so that one that leaked is known for what it is.
  static final String PREFIX = "whs_";

  private static final String VERSION = "v1=";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Signature() {}

  static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The value of the header: one signature per secret, with commas between.
  static String of(List<String> secrets, Instant sentAt, String body) {
    return secrets.stream()
        .map(secret -> VERSION + hmac(secret, sentAt.getEpochSecond() + "." + body))
        .collect(Collectors.joining(","));
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
