package cn.wufei.exchange.haul;

import cn.wufei.indexer.document.GeoPoint;
import java.util.Collection;

/// How far it is by road. It always has an answer; one that asks a routing service falls back to
/// the estimate and says so.
interface RoadDistance {

  Road between(GeoPoint from, GeoPoint to);

  /// Looks up all ways between two groups of points at once, so that asking for each costs nothing
  /// afterwards. One of the groups has one point.
  default void prepare(Collection<GeoPoint> from, Collection<GeoPoint> to) {}
}
