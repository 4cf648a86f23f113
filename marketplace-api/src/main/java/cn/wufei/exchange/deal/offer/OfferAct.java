package cn.wufei.exchange.deal.offer;

import java.util.Locale;

/// What can be done about an offer.
enum OfferAct {
  ACCEPT,
  DECLINE,
  /// Answered with an offer of one's own.
  COUNTER,
  WITHDRAW,
  /// Its last day is over.
  EXPIRE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
