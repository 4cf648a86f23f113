package cn.wufei.exchange.haul;

import cn.wufei.indexer.document.GeoPoint;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lengths of routes from a routing service, remembered; the estimate where there is no route and
/// while the service is away. After a failure it is left alone for a pause, so that nobody waits
/// for its time-out again and again.
final class RoutedRoads implements RoadDistance {

  private static final Logger LOG = LoggerFactory.getLogger(RoutedRoads.class);
  private static final double METRES_PER_KM = 1000;

  private final EstimatedRoads estimate;
  private final Osrm osrm;
  private final Clock clock;
  private final Duration pause;
  private final int tableMax;
  private final Cache<Ends, Optional<BigDecimal>> known;
  private volatile Instant pausedUntil = Instant.MIN;

  RoutedRoads(EstimatedRoads estimate, Osrm osrm, Clock clock, HaulConfiguration limits) {
    this.estimate = estimate;
    this.osrm = osrm;
    this.clock = clock;
    this.pause = limits.osrmPause();
    this.tableMax = limits.osrmTableMax();
    this.known = Caffeine.newBuilder().maximumSize(limits.osrmWaysMax()).build();
  }

  @Override
  public Road between(GeoPoint from, GeoPoint to) {
    var ends = new Ends(from, to);
    Optional<BigDecimal> km = known.getIfPresent(ends);
    if (km == null && !isPaused()) {
      try {
        km = kilometres(osrm.route(from, to));
        known.put(ends, km);
      } catch (IOException e) {
        pauseAfter(e);
      }
    }
    return km == null || km.isEmpty()
        ? estimate.between(from, to)
        : new Road(km.get(), DistanceSource.ROUTED);
  }

  @Override
  public void prepare(Collection<GeoPoint> from, Collection<GeoPoint> to) {
    List<Ends> unknown =
        from.stream()
            .flatMap(start -> to.stream().map(end -> new Ends(start, end)))
            .distinct()
            .filter(ends -> known.getIfPresent(ends) == null)
            .toList();
    int step = tableMax - 1;
    for (int first = 0; first < unknown.size() && !isPaused(); first += step) {
      List<Ends> part = unknown.subList(first, Math.min(unknown.size(), first + step));
      try {
        ask(part);
      } catch (IOException e) {
        pauseAfter(e);
      }
    }
  }

  private void ask(List<Ends> part) throws IOException {
    List<GeoPoint> starts = part.stream().map(Ends::from).distinct().toList();
    List<GeoPoint> ends = part.stream().map(Ends::to).distinct().toList();
    List<List<OptionalDouble>> table = osrm.table(starts, ends);
    if (!table.isEmpty()) {
      for (Ends way : part) {
        known.put(
            way, kilometres(table.get(starts.indexOf(way.from())).get(ends.indexOf(way.to()))));
      }
    }
  }

  private boolean isPaused() {
    return Instant.now(clock).isBefore(pausedUntil);
  }

  private void pauseAfter(IOException e) {
    pausedUntil = Instant.now(clock).plus(pause);
    LOG.warn("The routing service fails; distances are estimated for {}: {}", pause, e.toString());
  }

  private static Optional<BigDecimal> kilometres(OptionalDouble metres) {
    return metres.isEmpty()
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(metres.getAsDouble() / METRES_PER_KM)
                .setScale(1, RoundingMode.HALF_UP));
  }

  private record Ends(GeoPoint from, GeoPoint to) {}
}
