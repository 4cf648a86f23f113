package cn.wufei.exchange.haul;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.indexer.document.GeoPoint;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Where tonnes are loaded or unloaded, and what for: trucks everywhere, trains and vessels where
/// there is a siding or a wharf.
public record Place(GeoPoint point, Set<FreightMode> modes) {

  public Place {
    Set<FreightMode> all = EnumSet.of(FreightMode.ROAD);
    all.addAll(modes);
    modes = Collections.unmodifiableSet(all);
  }

  public static Place byRoad(GeoPoint point) {
    return new Place(point, Set.of());
  }

  public static Place of(SiteRef site) {
    Set<FreightMode> modes = EnumSet.of(FreightMode.ROAD);
    if (site.railSiding()) {
      modes.add(FreightMode.RAIL);
    }
    if (site.wharf()) {
      modes.add(FreightMode.WATER);
    }
    return new Place(
        new GeoPoint(site.latitude().doubleValue(), site.longitude().doubleValue()), modes);
  }

  /// Kilometres as the crow flies, as for every estimated haul.
  public double straightKm(Place other) {
    return Haversine.km(point, other.point);
  }

  /// The modes that both places have.
  public Set<FreightMode> common(Place other) {
    Set<FreightMode> common = EnumSet.copyOf(modes);
    common.retainAll(other.modes);
    return common;
  }

  /// Codes of the modes, the preferred first.
  public static List<String> codes(SiteRef site) {
    return of(site).modes().stream().sorted().map(FreightMode::code).toList();
  }
}
