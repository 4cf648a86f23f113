package cn.wufei.exchange.search;

import cn.wufei.indexer.document.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The surroundings of a place, cut into rings within which freight differs little.
final class Rings {

  private static final double[] BOUNDS_KM = {
    0, 5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000, 1500,
    2500, 21_000
  };

  /// What Elasticsearch's distances may differ from ours by, with room to spare.
  private static final double SLACK_KM = 0.05;

  private Rings() {}

  static List<Ring> around(GeoPoint place) {
    List<Ring> rings = new ArrayList<>();
    for (int i = 0; i + 1 < BOUNDS_KM.length; i++) {
      rings.add(new Ring(place, BOUNDS_KM[i], BOUNDS_KM[i + 1]));
    }
    return rings;
  }

  /// Documents between two distances as Elasticsearch reckons them.
  record Ring(GeoPoint place, double fromKm, double toKm) {

    /// No document in the ring is nearer, as we reckon it.
    double leastKm() {
      return Math.max(0, fromKm - SLACK_KM);
    }

    /// No document in the ring is farther.
    double mostKm() {
      return toKm + SLACK_KM;
    }

    Map<String, Object> clause() {
      Map<String, Object> inside = Clauses.within(place, toKm);
      return fromKm == 0
          ? inside
          : Clauses.all(List.of(inside, Clauses.not(Clauses.within(place, fromKm))));
    }
  }
}
