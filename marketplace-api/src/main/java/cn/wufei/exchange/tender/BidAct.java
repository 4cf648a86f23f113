package cn.wufei.exchange.tender;

import java.util.Locale;

/// What can be done about a bid.
enum BidAct {
  REPLACE,
  WITHDRAW,
  OPEN,
  /// Opened, with a price below the least one.
  OPEN_BELOW_MINIMUM,
  /// The opening has ended without it.
  MISS;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
