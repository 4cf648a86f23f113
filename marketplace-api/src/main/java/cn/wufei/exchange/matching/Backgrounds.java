package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.fit.Background;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.stream.quality.QualityReports;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gathers what is known of pairs beside their own words, for many pairs at once.
@Singleton
class Backgrounds {

  private final Catalog catalog;
  private final TradeRecords trades;
  private final StreamAssays assays;
  private final QualityReports reports;

  Backgrounds(Catalog catalog, TradeRecords trades, StreamAssays assays, QualityReports reports) {
    this.catalog = catalog;
    this.trades = trades;
    this.assays = assays;
    this.reports = reports;
  }

  /// @param circle of the one who sells in all the pairs, or buys in all of them
  Known of(Collection<TradePair> pairs, Collection<Id> streams, Circle circle) {
    return new Known(catalog, trades.ofPairs(pairs), sampledOn(streams), circle);
  }

  /// What can be asked of a lot before it is known who might buy it.
  Offered ofOffer(Id seller, Id stream) {
    return new Offered(seller, trades.buyersFrom(seller), sampledOn(List.of(stream)));
  }

  /// What is known of a lot with each of the buyers.
  ///
  /// @param circle the seller's
  Known of(Offered offered, Collection<Id> buyers, Circle circle) {
    List<TradePair> traded =
        buyers.stream()
            .distinct()
            .filter(offered.buyers()::contains)
            .map(buyer -> new TradePair(offered.seller(), buyer))
            .toList();
    return new Known(
        catalog, traded.isEmpty() ? Map.of() : trades.ofPairs(traded), offered.sampledOn(), circle);
  }

  /// The last day on which each stream was sampled, for a report of the seller's that holds or for
  /// an assay of what was delivered.
  private Map<Id, LocalDate> sampledOn(Collection<Id> streams) {
    Map<Id, LocalDate> last = new HashMap<>(assays.lastSampledOn(streams));
    reports
        .lastSampledOn(streams)
        .forEach((stream, day) ->
            last.merge(stream, day, (one, other) -> one.isAfter(other) ? one : other));
    return last;
  }

  /// @param buyers those with whom the seller has traded at all
  record Offered(Id seller, Set<Id> buyers, Map<Id, LocalDate> sampledOn) {

    Offered {
      buyers = Set.copyOf(buyers);
      sampledOn = Map.copyOf(sampledOn);
    }
  }

  /// What is known of the pairs and streams that were asked for.
  ///
  /// @param circle with whom the one who has a part in all the pairs trades at all
  record Known(
      Catalog catalog,
      Map<TradePair, Background.Trades> trades,
      Map<Id, LocalDate> sampledOn,
      Circle circle) {

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
