package cn.wufei.exchange.listing;

/// Bounds of what a lot may say.
public final class LotLimits {

  /// So far ahead of today a lot's last day may lie.
  public static final int WINDOW_YEARS_MAX = 3;

  /// Characters.
  public static final int TITLE_MAX = 120;

  static final int DESCRIPTION_MAX = 4_000;
  static final int QUALITIES_MAX = 40;

  /// Less than this is a sample, not a lot.
  static final long QUANTITY_KG_MIN = 1_000;

  /// Ten million tonnes: more than a large works makes of any one material in a year.
  static final long QUANTITY_KG_MAX = 10_000_000_000L;

  static final String PRICE_MIN = "-100000";
  static final String PRICE_MAX = "100000";

  /// As many as have room in the row of a lot and in a request of the search.
  static final int DESTINATIONS_MAX = 50;

  static final int LOADING_MODES_MAX = 5;
  static final int LOADING_DAYS_MAX = 7;

  static final int DELIVERY_RADIUS_KM_MIN = 1;
  static final int DELIVERY_RADIUS_KM_MAX = 3_000;

  private LotLimits() {}
}
