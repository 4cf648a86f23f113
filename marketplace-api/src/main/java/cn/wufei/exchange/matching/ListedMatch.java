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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A match among others of the same lot or demand, which stands once beside them: fifty times it
/// would be half of the answer. See [Match] for the rest.
///
/// @param lot absent among the matches of a lot
/// @param demand absent among the matches of a demand
@Serdeable
@Schema(name = "ListedMatch")
record ListedMatch(
    @Nullable Lot lot,
    @Nullable Demand demand,
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

  ListedMatch {
    alternatives = List.copyOf(alternatives);
    terms = List.copyOf(terms);
    obstacles = List.copyOf(obstacles);
    changes = List.copyOf(changes);
    months = List.copyOf(months);
  }

  /// Of one lot.
  static List<ListedMatch> ofLot(List<Match> matches) {
    return matches.stream().map(match -> of(match, null, match.demand())).toList();
  }

  /// Of one demand.
  static List<ListedMatch> ofDemand(List<Match> matches) {
    return matches.stream().map(match -> of(match, match.lot(), null)).toList();
  }

  private static ListedMatch of(Match match, @Nullable Lot lot, @Nullable Demand demand) {
    return new ListedMatch(
        lot,
        demand,
        match.score(),
        match.distanceKm(),
        match.freightYuanPerT(),
        match.way(),
        match.alternatives(),
        match.deliveredYuanPerT(),
        match.askedYuanPerT(),
        match.quantityKg(),
        match.terms(),
        match.obstacles(),
        match.changes(),
        match.months());
  }
}
