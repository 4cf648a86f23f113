package cn.wufei.exchange.metrics;

import io.micronaut.core.annotation.Introspected;
import java.util.Locale;

/// How far tonnes have come from being offered to being used.
@Introspected
enum FunnelStage {
  /// Published for sale.
  LISTED,
  /// Shown to a party as feasible; a lot counts once, however many demands it fits.
  MATCHED,
  /// Agreed; of an agreement that ended, what was loaded against it.
  CONTRACTED,
  /// Accepted at the receiver's weighbridge.
  MOVED,
  /// Reported used by the receiver.
  USED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
