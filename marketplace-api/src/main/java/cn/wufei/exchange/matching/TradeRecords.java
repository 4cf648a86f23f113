package cn.wufei.exchange.matching;

import cn.wufei.exchange.matching.fit.Background;
import java.util.Collection;
import java.util.Map;

/// How the last loads between two organisations went. Loads come after matches in the chain, so the
/// feature that records them answers this for the one that asks.
public interface TradeRecords {

  /// Pairs without any load may be absent.
  Map<TradePair, Background.Trades> ofPairs(Collection<TradePair> pairs);
}
