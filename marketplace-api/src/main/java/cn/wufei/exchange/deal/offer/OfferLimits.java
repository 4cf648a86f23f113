package cn.wufei.exchange.deal.offer;

/// Bounds of what an offer may say.
final class OfferLimits {

  /// Less than this is a sample, not a delivery.
  static final long QUANTITY_KG_MIN = 1_000;

  /// Ten million tonnes, as for lots and demands.
  static final long QUANTITY_KG_MAX = 10_000_000_000L;

  static final String PRICE_MIN = "-100000";
  static final String PRICE_MAX = "100000";
  static final String TOLERANCE_PCT_MAX = "10";

  /// Ten Chinese characters can say something ("密闭运输,不得沿途遗撒"); fewer cannot.
  static final int POLLUTION_TERMS_MIN = 10;

  static final int POLLUTION_TERMS_MAX = 4_000;
  static final int MESSAGE_MAX = 2_000;

  private OfferLimits() {}
}
