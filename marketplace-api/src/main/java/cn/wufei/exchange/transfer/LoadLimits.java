package cn.wufei.exchange.transfer;

/// Bounds of what a weighbridge record may say.
final class LoadLimits {

  /// No vehicle on a road weighs more; six-axle trucks have 49 t.
  static final long GROSS_KG_MAX = 200_000;

  /// Lines of one file: a day of a busy weighbridge in a few requests.
  static final int RECEIPTS_MAX = 500;

  static final int PLATE_MAX = 20;
  static final int CARRIER_MAX = 120;
  static final int NUMBER_MAX = 60;
  static final int NOTE_MAX = 1_000;

  private LoadLimits() {}
}
