package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The seal of a bid: SHA-256 of its tender, its bidder, its price and a random nonce. It says
/// nothing of the price to who does not have the nonce, and holds the bidder to it: another price
/// with the same digest cannot be found. That tender and bidder are in it keeps a commitment from
/// being used elsewhere or by somebody who copied it.
final class Commitment {

  /// How it is worked out, for who checks it.
  static final String RULE =
      "sha256(\"wufei-bid/1\\n{tenderId}\\n{bidderId}\\n{priceYuanPerT, two decimals}\\n{nonce}\"),"
          + " UTF-8, lowercase hex";

  private static final String SCHEME = "wufei-bid/1";

  private Commitment() {}

  /// As 64 lowercase hexadecimal digits.
  ///
  /// @param nonce 64 lowercase hexadecimal digits, drawn by the bidder
  static String of(Id tender, Id bidder, BigDecimal priceYuanPerT, String nonce) {
    String sealed =
        String.join(
            "\n",
            SCHEME,
            tender.toString(),
            bidder.toString(),
            priceYuanPerT
                .setScale(TenderLimits.PRICE_DECIMALS, RoundingMode.UNNECESSARY)
                .toPlainString(),
            nonce);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(sealed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
