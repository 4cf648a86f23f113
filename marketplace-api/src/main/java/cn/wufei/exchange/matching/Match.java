package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.haul.Way;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.fit.Change;
import cn.wufei.exchange.matching.fit.FitMonth;
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
/// @param way by the cheapest mode
/// @param alternatives the other modes that both sites have
/// @param deliveredYuanPerT the price at the buyer's gate, freight included
/// @param askedYuanPerT the price on the basis of the demand's limit, with which it is compared
/// @param quantityKg what could move, at once or month by month where one of the two recurs
/// @param obstacles empty for a match
/// @param changes the smallest that make it a match; empty for a match
/// @param months what could move in which month; none when neither recurs
@Serdeable
@Schema(name = "Match")
public record Match(
    Lot lot,
    Demand demand,
    double score,
    BigDecimal distanceKm,
    BigDecimal freightYuanPerT,
    Way way,
    List<Way> alternatives,
    BigDecimal deliveredYuanPerT,
    BigDecimal askedYuanPerT,
    long quantityKg,
    List<Term> terms,
    List<Obstacle> obstacles,
    List<Change> changes,
    List<FitMonth> months) {

  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score)
          .reversed()
          .thenComparing(match -> match.lot().id())
          .thenComparing(match -> match.demand().id());

  public Match {
    alternatives = List.copyOf(alternatives);
    terms = List.copyOf(terms);
    obstacles = List.copyOf(obstacles);
    changes = List.copyOf(changes);
    months = List.copyOf(months);
  }
}
