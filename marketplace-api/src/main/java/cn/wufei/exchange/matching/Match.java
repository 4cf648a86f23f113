package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.fit.Change;
import cn.wufei.exchange.matching.fit.Obstacle;
import cn.wufei.exchange.matching.fit.Term;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/// A lot and a demand, how well they fit, and what stands between them.
///
/// @param score 0..100; the weighted mean of the terms
/// @param distanceKm by road, estimated
/// @param quantityKg what could move at once
/// @param obstacles empty for a match
/// @param changes the smallest that make it a match; empty for a match
@Serdeable
@Schema(name = "Match")
record Match(
    Lot lot,
    Demand demand,
    double score,
    BigDecimal distanceKm,
    BigDecimal freightYuanPerT,
    BigDecimal deliveredYuanPerT,
    long quantityKg,
    List<Term> terms,
    List<Obstacle> obstacles,
    List<Change> changes) {

  Match {
    terms = List.copyOf(terms);
    obstacles = List.copyOf(obstacles);
    changes = List.copyOf(changes);
  }
}
