package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;
import java.util.List;

/// What a side does not want to see, however well it fits.
public interface Unwanted {

  /// The matches that are to be shown to that organisation, in their order.
  List<Match> without(Id organisation, List<Match> matches);
}
