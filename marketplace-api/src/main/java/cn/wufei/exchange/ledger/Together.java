package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Outcome;
import java.util.List;

/// A use case that records the facts of many callers at once, with one statement where each caller
/// alone would need one of its own. The committer gives it all that wait for it when a block
/// begins.
///
/// It decides each command by itself, in their order, and writes only for those that it does not
/// refuse: what one caller wanted never depends on another's refusal. It may be run again from the
/// start, and alone for one command, so everything that it does goes through the transaction.
public interface Together<C, R> {

  /// One outcome for each command, in the same order.
  List<Outcome<R>> handleAll(List<C> commands);
}
