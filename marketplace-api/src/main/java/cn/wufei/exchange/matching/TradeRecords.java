package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.fit.Background;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// How the last loads between two organisations went. Loads come after matches in the chain, so the
/// feature that records them answers this for the one that asks.
public interface TradeRecords {

  /// Pairs without any load may be absent.
  Map<TradePair, Background.Trades> ofPairs(Collection<TradePair> pairs);

  /// Those to whom the seller has sent any load at all.
  Set<Id> buyersFrom(Id seller);
}
