package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a side does not want to see, however well it fits.
public interface Unwanted {

  /// The matches that are to be shown to that organisation, in their order.
  List<Match> without(Id organisation, List<Match> matches);

  /// By which reason of its own a match is hidden from that organisation, the code of a
  /// `DismissalReason`; nothing when it is not.
  @Nullable String hiddenBy(Id organisation, Match match);

  /// As [#without] does for whatever matches of one lot or demand will be found, asked before they
  /// are known.
  ///
  /// @param own the organisation's lot or demand
  UnaryOperator<List<Match>> without(Id organisation, Id own);
}
