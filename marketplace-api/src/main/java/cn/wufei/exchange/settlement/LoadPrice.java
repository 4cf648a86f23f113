package cn.wufei.exchange.settlement;

import cn.wufei.exchange.deal.AgreedPrice;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.transfer.Arrival;
import cn.wufei.exchange.transfer.Load;
import java.time.Instant;

/// Which price of its agreement holds for a load: that of the day of the weighing that governs. A
/// load that has not arrived is valued by the day on which it left.
public final class LoadPrice {

  private LoadPrice() {}

  public static AgreedPrice of(Load load, Agreement agreement) {
    return agreement.priceOn(LocalCalendar.dayOf(governing(load, agreement)));
  }

  /// When the scale that governs weighed it.
  static Instant governing(Load load, Agreement agreement) {
    Arrival arrival = load.destination();
    return agreement.governingScale() == Side.SELLER || arrival == null
        ? load.origin().at()
        : arrival.at();
  }
}
