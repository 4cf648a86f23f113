package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Hauls;
import cn.wufei.indexer.document.GeoPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The surroundings of a place, cut into rings within which freight differs little. Elasticsearch
/// here runs no scripts, so it cannot add freight to a price; but it can order prices within a
/// ring, and the freight of a ring has a least and a most.
record Rings(List<Ring> rings) {

  private static final double[] BOUNDS_KM = {
    0, 5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000, 1500,
    2500, 21_000
  };

  /// What Elasticsearch's distances may differ from ours by, with room to spare.
  private static final double SLACK_KM = 0.05;

  Rings {
    rings = List.copyOf(rings);
  }

  static Rings around(GeoPoint place, Hauls hauls) {
    List<Ring> rings = new ArrayList<>();
    for (int i = 0; i + 1 < BOUNDS_KM.length; i++) {
      double from = BOUNDS_KM[i];
      double to = BOUNDS_KM[i + 1];
      rings.add(
          new Ring(
              place,
              from,
              to,
              hauls.freightYuanPerT(Math.max(0, from - SLACK_KM)),
              hauls.freightYuanPerT(to + SLACK_KM)));
    }
    return new Rings(rings);
  }

  /// @param leastFreight no document in the ring has less
  /// @param mostFreight no document in the ring has more
  record Ring(
      GeoPoint place, double fromKm, double toKm, BigDecimal leastFreight, BigDecimal mostFreight) {

    Map<String, Object> clause() {
      Map<String, Object> inside = Clauses.within(place, toKm);
      return fromKm == 0
          ? inside
          : Clauses.all(List.of(inside, Clauses.not(Clauses.within(place, fromKm))));
    }
  }
}
