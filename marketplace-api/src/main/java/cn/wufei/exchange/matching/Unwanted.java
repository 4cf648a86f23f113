package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a side does not want to see, however well it fits.
public interface Unwanted {

  /// The matches that are to be shown to that organisation, in their order.
  List<Match> without(Id organisation, List<Match> matches);

  /// The same for whatever matches of one lot or demand will be found, asked before they are known.
  ///
  /// @param own the organisation's lot or demand
  UnaryOperator<List<Match>> without(Id organisation, Id own);
}
