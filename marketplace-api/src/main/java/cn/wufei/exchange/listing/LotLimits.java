package cn.wufei.exchange.listing;

/// Bounds of what a lot may say.
final class LotLimits {

  static final int TITLE_MAX = 120;
  static final int DESCRIPTION_MAX = 4_000;
  static final int QUALITIES_MAX = 40;

  /// Less than this is a sample, not a lot.
  static final long QUANTITY_KG_MIN = 1_000;

  /// Ten million tonnes: more than a large works makes of any one material in a year.
  static final long QUANTITY_KG_MAX = 10_000_000_000L;

  static final String PRICE_MIN = "-100000";
  static final String PRICE_MAX = "100000";

  static final int DELIVERY_RADIUS_KM_MIN = 1;
  static final int DELIVERY_RADIUS_KM_MAX = 3_000;

  private LotLimits() {}
}
