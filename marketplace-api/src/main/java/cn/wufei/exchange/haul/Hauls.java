package cn.wufei.exchange.haul;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.catalog.FreightTable;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds ways between sites and reckons the catalog's reference freight over them.
///
/// What is ordered or limited by the search goes by the estimate alone, for which [#tariffs] hold.
/// What is shown of one pair, a match or an offer, goes by the routing service where one is set.
@Singleton
public class Hauls {

  private static final Comparator<Way> CHEAPEST_FIRST =
      Comparator.comparing(Way::freightYuanPerT).thenComparing(Way::mode);

  private final Catalog catalog;
  private final EstimatedRoads estimate;
  private final RoadDistance roads;
  private volatile @Nullable Drawn last;

  @Inject
  Hauls(Catalog catalog, HaulConfiguration configuration, JsonMapper json, Clock clock) {
    this.catalog = catalog;
    this.estimate = new EstimatedRoads(configuration.circuity());
    this.roads =
        configuration.osrmUrl() == null
            ? estimate
            : new RoutedRoads(
                estimate,
                new Osrm(configuration.osrmUrl(), configuration.osrmTimeout(), json),
                clock,
                configuration);
  }

  /// By the routing service where there is one.
  ///
  /// @param consignmentKg what moves under one contract
  public Haul between(Place from, Place to, long consignmentKg) {
    return haul(roads, from, to, consignmentKg);
  }

  /// By the estimate, whatever else is set.
  public Haul estimate(Place from, Place to, long consignmentKg) {
    return haul(estimate, from, to, consignmentKg);
  }

  /// Looks up many ways at once before [#between] is asked for each. One of the groups has one
  /// place.
  public void prepare(Collection<Place> from, Collection<Place> to) {
    roads.prepare(
        from.stream().map(Place::point).distinct().toList(),
        to.stream().map(Place::point).distinct().toList());
  }

  /// The rates in force as lines, worked out once for each state of the catalog.
  public Tariffs tariffs() {
    long revision = catalog.revision();
    Drawn drawn = last;
    if (drawn == null || drawn.revision() != revision) {
      drawn = new Drawn(revision, Tariffs.of(catalog.freight(), estimate.circuity()));
      last = drawn;
    }
    return drawn.tariffs();
  }

  /// What freight by road costs at least, over so many kilometres as the crow flies, however many
  /// tonnes go.
  public BigDecimal leastByRoad(double straightKm) {
    return freightByRoad(catalog.freight(), estimate.km(straightKm), Long.MAX_VALUE);
  }

  private Haul haul(RoadDistance by, Place from, Place to, long consignmentKg) {
    FreightTable freight = catalog.freight();
    Road road = by.between(from.point(), to.point());
    List<Way> ways = new ArrayList<>();
    ways.add(
        new Way(
            FreightMode.ROAD,
            road.km(),
            road.source(),
            freightByRoad(freight, road.km(), consignmentKg)));
    double straightKm = Haversine.km(from.point(), to.point());
    BigDecimal otherKm = estimate.km(straightKm);
    for (FreightMode mode : from.common(to)) {
      BigDecimal cost =
          mode == FreightMode.ROAD ? null : freight.yuanPerT(mode, otherKm, consignmentKg);
      if (cost != null) {
        ways.add(new Way(mode, otherKm, DistanceSource.ESTIMATED, cost));
      }
    }
    ways.sort(CHEAPEST_FIRST);
    return new Haul(ways.getFirst(), ways.subList(1, ways.size()), straightKm);
  }

  private static BigDecimal freightByRoad(FreightTable freight, BigDecimal km, long kg) {
    return Objects.requireNonNull(freight.yuanPerT(FreightMode.ROAD, km, kg));
  }

  private record Drawn(long revision, Tariffs tariffs) {}
}
