package cn.wufei.exchange.indexing;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.demand.VisibleDemands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.listing.VisibleLots;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells somebody who has just written when a search finds it. It asks as a search does, so what is
/// sent and not yet refreshed does not count.
@Singleton
class AskFreshness {

  private static final Logger LOG = LoggerFactory.getLogger(AskFreshness.class);

  private final Lots lots;
  private final Demands demands;
  private final VisibleLots visibleLots;
  private final VisibleDemands visibleDemands;
  private final IndexingViews views;
  private final Elastic elastic;
  private final FreshnessSettings settings;
  private final Semaphore places;

  AskFreshness(
      Lots lots,
      Demands demands,
      VisibleLots visibleLots,
      VisibleDemands visibleDemands,
      IndexingViews views,
      Elastic elastic,
      FreshnessSettings settings) {
    this.lots = lots;
    this.demands = demands;
    this.visibleLots = visibleLots;
    this.visibleDemands = visibleDemands;
    this.views = views;
    this.elastic = elastic;
    this.settings = settings;
    this.places = new Semaphore(settings.waitersMax());
  }

  /// Checked in this order: the caller may see the thing, Elasticsearch answers.
  Outcome<Freshness> handle(
      Caller caller, DocumentKind kind, Id id, long version, Duration patience) {
    if (!maySee(caller, kind, id)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    try {
      return Outcome.done(answer(kind, id, version, patience));
    } catch (SearchDownException e) {
      LOG.debug("Search is away", e);
      return IndexingRefusal.unavailable();
    }
  }

  private boolean maySee(Caller caller, DocumentKind kind, Id id) {
    return switch (kind) {
      case LOT -> {
        Lot lot = lots.find(id);
        yield lot != null && visibleLots.maySee(caller, lot);
      }
      case DEMAND -> {
        Demand demand = demands.find(id);
        yield demand != null && visibleDemands.maySee(caller, demand);
      }
    };
  }

  private Freshness answer(DocumentKind kind, Id id, long version, Duration patience) {
    Long seen = indexedVersion(kind, id);
    if (!isThere(seen, version) && !patience.isZero() && places.tryAcquire()) {
      try {
        seen = await(kind, id, version, patience);
      } finally {
        places.release();
      }
    }
    String state =
        isThere(seen, version)
            ? "searchable"
            : views.isSetAside(kind, id) ? "set-aside" : "waiting";
    return new Freshness(kind.code(), id, version, state, seen);
  }

  private @Nullable Long await(DocumentKind kind, Id id, long version, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    Long seen = null;
    try {
      while (!isThere(seen, version) && System.nanoTime() < until) {
        Thread.sleep(settings.pollInterval());
        seen = indexedVersion(kind, id);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return seen;
  }

  private static boolean isThere(@Nullable Long seen, long version) {
    return seen != null && seen >= version;
  }

  private @Nullable Long indexedVersion(DocumentKind kind, Id id) {
    JsonNode answer =
        elastic.search(
            SearchIndex.of(kind),
            Map.of(
                "size",
                1,
                "_source",
                List.of("version"),
                "query",
                Map.of("term", Map.of("id", id.toString()))),
            settings.timeout());
    for (JsonNode hit : Json.hits(answer)) {
      return Json.at(hit, "_source", "version").getLongValue();
    }
    return null;
  }
}
