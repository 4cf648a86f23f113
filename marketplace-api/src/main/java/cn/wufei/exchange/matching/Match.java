package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.fit.FitMonth;
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
/// @param quantityKg what could move, month by month where one of the two recurs
/// @param obstacles empty for a match
/// @param months what could move in which month; none when neither recurs
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
    List<FitMonth> months) {

  Match {
    terms = List.copyOf(terms);
    obstacles = List.copyOf(obstacles);
    months = List.copyOf(months);
  }
}
