package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.kernel.Id;
import java.time.YearMonth;
import java.util.SequencedMap;

/// What left under frameworks. Loads come after agreements in the chain, so the feature that moves
/// them answers this.
public interface FrameworkLoads {

  /// Kilograms that left under the agreement and did not come back, by the month of China Standard
  /// Time in which the loads were weighed out; months without any are absent.
  SequencedMap<YearMonth, Long> leftByMonth(Id agreement);

  /// The same of one month.
  long leftIn(Id agreement, YearMonth month);
}
