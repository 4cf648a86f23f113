package cn.wufei.exchange.tender;

import java.util.Locale;

/// What can be done about a tender.
enum TenderAct {
  CANCEL,
  /// Enough bids that count are there at the closing.
  CLOSE,
  /// Too few are there at the closing, or none counts after the opening.
  FAIL,
  /// The hours of the opening are over, or all bids that count are opened.
  END_OPENING,
  AWARD,
  /// The seller gives it up.
  END,
  /// The days to award are over.
  LAPSE;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
