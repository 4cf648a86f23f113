package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Id;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The loads of an agreement whose price stands. Statements come after agreements in the chain, so
/// the feature that has them answers this for the one that amends prices.
public interface PricedLoads {

  /// The day on which the last load was received that is on a statement that counts or whose price
  /// a valid laboratory report has settled; nothing where there is none.
  @Nullable LocalDate lastReceivedOn(Id agreement);
}
