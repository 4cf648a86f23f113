package cn.wufei.exchange.matching;

import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.matching.fit.MatchWeights;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Scoring;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.search.Clauses;
import cn.wufei.exchange.search.Ramp;
import cn.wufei.exchange.search.SearchFields;
import cn.wufei.indexer.document.MatchPart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The score of a pair as Elasticsearch can compute it without scripts, so that one request gives
/// the best candidates first; and the price as a constraint. It comes near [Scoring], which
/// decides.
///
/// The margin is a sum of functions of one field each: the limit or the price, and one slope of the
/// freight for each piece of its line. A concave function of a sum is the sum of the least of it
/// and some constants, which `boost_mode: min` gives; that makes the curve of the price term out of
/// straight pieces.
final class Ranking {

  /// Where the pieces of the price term's curve meet. The last is the widest margin that is told
  /// apart.
  private static final double[] MARGIN_KNOTS_YUAN = {0, 15, 80, 1_000};

  /// Elasticsearch sums in single precision, and freight is rounded: what is within this of the
  /// limit is let through, to be judged exactly.
  private static final double PRICE_SLACK_YUAN = FreightLine.TOLERANCE_YUAN + 0.25;

  private static final double LEAST_FACTOR = 1e-6;

  private static final int MET_COUNTS = 1_000;

  /// How long a window of a demand is taken to be where the request cannot divide by it.
  private static final double USUAL_WINDOW_DAYS = 180;

  private final Map<String, Object> perhapsPays;
  private final @Nullable Map<String, Object> withinPrice;
  private final Map<String, Object> surelyPays;
  private final List<Map<String, Object>> curve;
  private final List<Map<String, Object>> rest;

  private Ranking(Margin margin, List<Map<String, Object>> rest) {
    this.perhapsPays = margin.inShort(-PRICE_SLACK_YUAN);
    this.withinPrice = margin.withinPrice();
    this.surelyPays = margin.atLeast(PRICE_SLACK_YUAN + margin.freight().mostBelowYuanPerT());
    this.curve = margin.curve();
    this.rest = List.copyOf(rest);
  }

  /// Demands for a lot that lies at a place.
  ///
  /// @param fields those bounds that the index has
  static Ranking ofDemands(
      Supply supply,
      Place place,
      FreightLine freight,
      MatchWeights weights,
      Set<String> fields,
      LocalDate today) {
    double price = supply.priceYuanPerT().doubleValue();
    Margin margin =
        new Margin(
            "maxDeliveredYuanPerT",
            price + widest(),
            price,
            Freighted.ofDemands(supply, place),
            freight,
            weights);
    List<Map<String, Object>> terms = new ArrayList<>();
    List<Map<String, Object>> quality = new ArrayList<>();
    MatchPart.ofLot(List.of(), supply.qualities(), supply.availableKg(), 1, List.of())
        .bounds()
        .forEach((key, bounds) -> {
          addKeptOff(quality, fields, CandidateClauses.bound(key, ".max"), bounds.max(), 1);
          addKeptOff(quality, fields, CandidateClauses.bound(key, ".min"), bounds.min(), -1);
        });
    addLeast(terms, quality, weights.quality());
    List<Map<String, Object>> sum = new ArrayList<>();
    sum.add(quantity(supply.availableKg(), weights));
    LocalDate start = Collections.max(List.of(supply.availableFrom(), today));
    if (start.isAfter(today)) {
      sum.add(Ramp.days("neededFrom", start, USUAL_WINDOW_DAYS, false, weights.window()));
    }
    sum.add(Ramp.days("neededTo", supply.availableTo(), USUAL_WINDOW_DAYS, true, weights.window()));
    terms.add(functions(sum, "sum"));
    return new Ranking(margin, terms);
  }

  /// Lots for a demand at a place.
  ///
  /// @param fields those bounds that the index has
  static Ranking ofLots(
      Need need,
      Place place,
      FreightLine freight,
      MatchWeights weights,
      Set<String> fields,
      LocalDate today) {
    double limit = need.maxDeliveredYuanPerT().doubleValue();
    Margin margin =
        new Margin(
            "priceYuanPerT",
            limit - widest(),
            limit,
            Freighted.ofLots(need, place),
            freight,
            weights);
    List<Map<String, Object>> terms = new ArrayList<>();
    List<Map<String, Object>> quality = new ArrayList<>();
    MatchPart.ofDemand(List.of(), need.ranges(), need.openKg(), List.of())
        .bounds()
        .forEach((key, bounds) -> {
          addInside(quality, fields, CandidateClauses.bound(key, ".max"), bounds.max(), -1);
          addInside(quality, fields, CandidateClauses.bound(key, ".min"), bounds.min(), 1);
        });
    addLeast(terms, quality, weights.quality());
    List<Map<String, Object>> sum = new ArrayList<>();
    sum.add(quantity(need.openKg(), weights));
    LocalDate start = Collections.max(List.of(need.neededFrom(), today));
    double wanted = Math.max(1, ChronoUnit.DAYS.between(start, need.neededTo()) + 1);
    sum.add(Ramp.days("availableFrom", start, wanted, true, weights.window()));
    sum.add(Ramp.days("availableTo", need.neededTo(), wanted, false, weights.window()));
    sum.add(Ramp.between("matching.statedShare", 1, 0, weights.evidence() / 2));
    sum.add(
        Map.of("filter", Clauses.term("quantityKind", "firm"), "weight", weights.evidence() / 4));
    terms.add(functions(sum, "sum"));
    return new Ranking(margin, terms);
  }

  /// Documents that meet the filters and whose price fits, the best first by a shorter reckoning,
  /// which takes the curve of the price term for one straight piece. [#rescore] has to follow.
  Map<String, Object> query(List<Map<String, Object>> filters) {
    List<Map<String, Object>> all = new ArrayList<>(filters);
    if (withinPrice != null) {
      all.add(withinPrice);
    }
    return Clauses.ranked(all, List.of(perhapsPays), rest);
  }

  /// Puts the first of what a query found in order by all pieces of the curve: to work them all out
  /// for whatever fits would take longer than all else.
  Map<String, Object> rescore(int count) {
    Map<String, Object> all = Map.of("bool", Map.of("should", terms()));
    return Map.of(
        "window_size",
        count,
        "query",
        Map.of("rescore_query", all, "query_weight", 0, "rescore_query_weight", 1));
  }

  private List<Map<String, Object>> terms() {
    List<Map<String, Object>> terms = new ArrayList<>(curve);
    terms.addAll(rest);
    return terms;
  }

  /// Documents that meet the gates and may fail a constraint or the price. Each that they meet
  /// counts more than all that the score can say.
  Map<String, Object> near(List<Map<String, Object>> gates, List<Map<String, Object>> constraints) {
    List<Map<String, Object>> all = new ArrayList<>(constraints);
    all.add(surelyPays);
    List<Map<String, Object>> scored = terms();
    all.forEach(constraint ->
        scored.add(Map.of("constant_score", Map.of("filter", constraint, "boost", MET_COUNTS))));
    List<Map<String, Object>> filters = new ArrayList<>(gates);
    filters.add(Clauses.not(Clauses.all(all)));
    return Clauses.ranked(filters, List.of(), scored);
  }

  private static double widest() {
    return MARGIN_KNOTS_YUAN[MARGIN_KNOTS_YUAN.length - 1];
  }

  /// Half of the term is the same for all: of two quantities the smaller is the whole of itself.
  private static Map<String, Object> quantity(long kg, MatchWeights weights) {
    return Ramp.ratio(
        "matching.quantityLn", Math.log((double) Math.max(1, kg)), weights.quantity() / 2);
  }

  /// How far a demand's limit keeps off what the lot has. A demand without that limit gets all.
  private static void addKeptOff(
      List<Map<String, Object>> functions,
      Set<String> fields,
      String field,
      @Nullable BigDecimal value,
      int outward) {
    if (fields.contains(field) && value != null && value.signum() != 0) {
      double has = value.doubleValue();
      boolean towardsZero = has > 0 == outward < 0;
      double share = Scoring.QUALITY_FULL_SHARE;
      double full = towardsZero ? has / (1 + share) : has / (1 - share);
      functions.add(Ramp.between(field, full, has, 1));
    }
  }

  /// How far a lot's value keeps off the limit, inward.
  private static void addInside(
      List<Map<String, Object>> functions,
      Set<String> fields,
      String field,
      @Nullable BigDecimal limit,
      int inward) {
    if (fields.contains(field) && limit != null && limit.signum() != 0) {
      double at = limit.doubleValue();
      double full = at + inward * Math.abs(at) * Scoring.QUALITY_FULL_SHARE;
      functions.add(Ramp.between(field, full, at, 1));
    }
  }

  private static void addLeast(
      List<Map<String, Object>> terms, List<Map<String, Object>> functions, double weight) {
    if (!functions.isEmpty() && weight > 0) {
      terms.add(
          functions(
              functions.stream().map(function -> withWeight(function, weight)).toList(), "min"));
    }
  }

  private static Map<String, Object> withWeight(Map<String, Object> function, double weight) {
    Map<String, Object> weighted = new HashMap<>(function);
    weighted.put("weight", weight);
    return weighted;
  }

  private static Map<String, Object> only(
      Map<String, Object> documents, Map<String, Object> function) {
    Map<String, Object> filtered = new HashMap<>(function);
    filtered.put("filter", documents);
    return filtered;
  }

  private static Map<String, Object> functions(List<Map<String, Object>> functions, String mode) {
    return Map.of(
        "function_score",
        Map.of("functions", functions, "score_mode", mode, "boost_mode", "replace"));
  }

  /// Limit less price less freight, shifted by the most freight so that it is not negative. Where
  /// the freight does not count, that is all that is left of it.
  private record Margin(
      String field,
      double full,
      double nothing,
      Freighted freighted,
      FreightLine freight,
      MatchWeights weights) {

    /// The whole curve in one straight piece up to the knot from which it hardly rises, over a
    /// straight line of the freight, for those whose margin is so wide; those whose margin the
    /// index cannot tell are let through.
    Map<String, Object> inShort(double yuanPerT) {
      return new Margin(field, full, nothing, freighted, freight.straight(), weights)
          .inOnePiece(yuanPerT);
    }

    private Map<String, Object> inOnePiece(double yuanPerT) {
      double knot = MARGIN_KNOTS_YUAN[MARGIN_KNOTS_YUAN.length - 2];
      double factor = Math.max(LEAST_FACTOR, weights.price() * Scoring.ofMargin(knot) / knot);
      Map<String, Object> capped = upTo(knot, factor, floor(factor, yuanPerT));
      Map<String, Object> unsure = freighted.unsure();
      return unsure == null
          ? capped
          : Clauses.any(
              List.of(capped, Map.of("constant_score", Map.of("filter", unsure, "boost", 0))));
    }

    /// Those whose price fits were there no freight; nothing where freight may be taken off. It is
    /// told without a look at the distance.
    @Nullable Map<String, Object> withinPrice() {
      return freighted.counts() == null
          ? null
          : Clauses.range(field, full > nothing ? "gte" : "lte", nothing);
    }

    /// Those whose margin is so wide.
    Map<String, Object> atLeast(double yuanPerT) {
      return floor(Math.max(LEAST_FACTOR, factor(MARGIN_KNOTS_YUAN.length - 1)), yuanPerT);
    }

    private Map<String, Object> floor(double factor, double yuanPerT) {
      Map<String, Object> floor = new HashMap<>();
      floor.put("functions", shifted(factor));
      floor.put("score_mode", "sum");
      floor.put("boost_mode", "replace");
      floor.put("min_score", Math.max(0, factor * (freight.mostYuanPerT() + yuanPerT)));
      return Map.of("function_score", floor);
    }

    private Map<String, Object> upTo(double knot, double factor, Map<String, Object> query) {
      double most = factor * (freight.mostYuanPerT() + knot);
      return Map.of(
          "function_score",
          Map.of(
              "query", query, "functions", List.of(Map.of("weight", most)), "boost_mode", "min"));
    }

    List<Map<String, Object>> curve() {
      List<Map<String, Object>> pieces = new ArrayList<>();
      for (int i = 1; i < MARGIN_KNOTS_YUAN.length; i++) {
        double factor = factor(i);
        if (factor > 0) {
          pieces.add(upTo(MARGIN_KNOTS_YUAN[i], factor, functions(shifted(factor), "sum")));
        }
      }
      return pieces;
    }

    /// By how much the curve is steeper before the knot than after it.
    private double factor(int knot) {
      double after = knot + 1 < MARGIN_KNOTS_YUAN.length ? slope(knot + 1) : 0;
      return weights.price() * (slope(knot) - after);
    }

    private static double slope(int knot) {
      double from = MARGIN_KNOTS_YUAN[knot - 1];
      double to = MARGIN_KNOTS_YUAN[knot];
      return (Scoring.ofMargin(to) - Scoring.ofMargin(from)) / (to - from);
    }

    private List<Map<String, Object>> shifted(double factor) {
      List<Map<String, Object>> functions = new ArrayList<>();
      functions.add(Ramp.between(field, full, nothing, factor * Math.abs(full - nothing)));
      Map<String, Object> counts = freighted.counts();
      if (counts != null) {
        for (FreightLine.Piece piece : freight.pieces()) {
          functions.add(
              only(
                  counts,
                  Ramp.kilometres(
                      SearchFields.LOCATION,
                      freighted.place().point(),
                      piece.fromKm(),
                      piece.toKm(),
                      factor * piece.risesYuanPerT())));
        }
      }
      Map<String, Object> without = Map.of("weight", factor * freight.mostYuanPerT());
      functions.add(counts == null ? without : only(Clauses.not(counts), without));
      return functions;
    }
  }
}
