package cn.wufei.exchange.sample;

/// Bounds of what a request for a sample may say.
final class SampleLimits {

  /// 0.1 kg, of which a powder's chemistry can be assayed.
  static final int QUANTITY_G_MIN = 100;

  /// 200 kg, enough for trial mixes; more is a trial delivery.
  static final int QUANTITY_G_MAX = 200_000;

  /// So many of one buyer are open at most, so that nobody's shop window becomes a free supply.
  static final int OPEN_MAX = 20;

  /// A sample may have lain in the seller's store of retained samples for so long.
  static final int SAMPLED_DAYS_MAX = 365;

  static final int WISHES_MAX = 1_000;
  static final int TEXT_MAX = 2_000;
  static final int NAME_MAX = 120;
  static final int NUMBER_MAX = 60;
  static final int METHOD_MAX = 1_000;

  private SampleLimits() {}
}
