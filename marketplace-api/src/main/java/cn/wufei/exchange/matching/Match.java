package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.fit.Obstacle;
import cn.wufei.exchange.matching.fit.Term;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// A lot and a demand, how well they fit, and what stands between them.
///
/// @param score 0..100; the weighted mean of the terms
/// @param distanceKm by road, estimated
/// @param quantityKg what could move at once
/// @param obstacles empty for a match
@Serdeable
@Schema(name = "Match")
public record Match(
    Lot lot,
    Demand demand,
    double score,
    BigDecimal distanceKm,
    BigDecimal freightYuanPerT,
    BigDecimal deliveredYuanPerT,
    long quantityKg,
    List<Term> terms,
    List<Obstacle> obstacles) {

  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score)
          .reversed()
          .thenComparing(match -> match.lot().id())
          .thenComparing(match -> match.demand().id());

  public Match {
    terms = List.copyOf(terms);
    obstacles = List.copyOf(obstacles);
  }
}
