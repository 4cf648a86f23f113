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
import java.util.Set;

/// Finds ways between sites and reckons the catalog's reference freight over them.
///
/// What is ordered or limited by the search goes by the estimate alone, for which the bounds
/// [#leastFreight] and [#mostFreight] hold exactly. What is shown of one pair, a match or an offer,
/// goes by the routing service where one is set.
@Singleton
public class Hauls {

  private static final Comparator<Way> CHEAPEST_FIRST =
      Comparator.comparing(Way::freightYuanPerT).thenComparing(Way::mode);

  private final Catalog catalog;
  private final EstimatedRoads estimate;
  private final RoadDistance roads;

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

  /// No estimated haul between places so far apart, as the crow flies, that have no other modes in
  /// common costs less, however many tonnes it is for.
  public BigDecimal leastFreight(double fromKm, double toKm, Set<FreightMode> modes) {
    FreightTable freight = catalog.freight();
    BigDecimal least = freightByRoad(freight, estimate.km(fromKm), Long.MAX_VALUE);
    for (FreightMode mode : modes) {
      BigDecimal first = freight.firstKm(mode);
      if (first != null && first.compareTo(estimate.km(toKm)) <= 0) {
        BigDecimal cost = freight.yuanPerT(mode, first.max(estimate.km(fromKm)), Long.MAX_VALUE);
        least = cost == null ? least : least.min(cost);
      }
    }
    return least;
  }

  /// No estimated haul over up to so many kilometres, as the crow flies, costs more, however few
  /// tonnes it is for: a truck can always go.
  public BigDecimal mostFreight(double toKm) {
    return freightByRoad(catalog.freight(), estimate.km(toKm), 0);
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
}
