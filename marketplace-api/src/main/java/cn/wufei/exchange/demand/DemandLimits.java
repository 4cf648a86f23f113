package cn.wufei.exchange.demand;

/// Bounds of what a demand may say.
final class DemandLimits {

  static final int TITLE_MAX = 120;
  static final int DESCRIPTION_MAX = 4_000;
  static final int MATERIALS_MAX = 20;
  static final int RANGES_MAX = 40;

  /// Less than this is a sample, not a demand.
  static final long QUANTITY_KG_MIN = 1_000;

  /// Ten million tonnes: more than a large works takes of any one material in a year.
  static final long QUANTITY_KG_MAX = 10_000_000_000L;

  static final String PRICE_MIN = "-100000";
  static final String PRICE_MAX = "100000";

  private DemandLimits() {}
}
