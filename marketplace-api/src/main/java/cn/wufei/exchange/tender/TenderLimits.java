package cn.wufei.exchange.tender;

/// Bounds of what a tender and the bids in it may say.
final class TenderLimits {

  /// As for offers: less than this is a sample, not a delivery.
  static final long QUANTITY_KG_MIN = 1_000;

  static final long QUANTITY_KG_MAX = 10_000_000_000L;
  static final String PRICE_MIN = "-100000";
  static final String PRICE_MAX = "100000";
  static final int PRICE_DECIMALS = 2;
  static final String TOLERANCE_PCT_MAX = "10";
  static final int POLLUTION_TERMS_MIN = 10;
  static final int POLLUTION_TERMS_MAX = 4_000;
  static final int TEXT_MAX = 2_000;
  static final int REASON_MAX = 1_000;
  static final int REFERENCE_MAX = 60;

  static final int BIDDERS_MAX = 20;
  static final int BIDDERS_DEFAULT = 3;

  /// A hundred million yuan.
  static final long DEPOSIT_FEN_MAX = 10_000_000_000L;

  static final int CLOSES_DAYS_MAX = 60;
  static final int OPENING_HOURS_MAX = 168;
  static final int OPENING_HOURS_DEFAULT = 24;
  static final int AWARD_DAYS_MAX = 30;
  static final int AWARD_DAYS_DEFAULT = 5;

  /// A SHA-256 digest, and a nonce of as many bits.
  static final String HEX = "[0-9a-f]{64}";

  private TenderLimits() {}
}
