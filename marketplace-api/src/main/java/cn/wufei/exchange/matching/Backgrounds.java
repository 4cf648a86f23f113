package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.fit.Background;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Gathers what is known of pairs beside their own words, for many pairs at once.
@Singleton
class Backgrounds {

  private final Catalog catalog;
  private final TradeRecords trades;
  private final StreamAssays assays;

  Backgrounds(Catalog catalog, TradeRecords trades, StreamAssays assays) {
    this.catalog = catalog;
    this.trades = trades;
    this.assays = assays;
  }

  Known of(Collection<TradePair> pairs, Collection<Id> streams) {
    return new Known(catalog, trades.ofPairs(pairs), assays.lastSampledOn(streams));
  }

  /// What is known of the pairs and streams that were asked for.
  record Known(
      Catalog catalog, Map<TradePair, Background.Trades> trades, Map<Id, LocalDate> sampledOn) {

    Known {
      trades = Map.copyOf(trades);
      sampledOn = Map.copyOf(sampledOn);
    }

    Background of(String materialKey, Id streamId, Id sellerId, Id buyerId) {
      Material material = catalog.material(materialKey);
      return new Background(
          material == null ? List.of() : material.parameters(),
          sampledOn.get(streamId),
          trades.getOrDefault(new TradePair(sellerId, buyerId), Background.Trades.NONE));
    }
  }
}
