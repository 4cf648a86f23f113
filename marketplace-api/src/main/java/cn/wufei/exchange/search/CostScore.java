package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.haul.Tariff;
import cn.wufei.exchange.haul.Tariffs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What documents cost the caller, freight included or taken off, as a score that Elasticsearch
/// reckons without scripts: the less a document costs the higher it is. Prices and the lines of the
/// freight are slopes of one field each, and sums of them.
///
/// The score may be off by [#withinYuan], because freight and scores are rounded, and where the
/// freight jumps with the distance nobody can tell on which side of the jump Elasticsearch sees a
/// document. So there are two: one by which nothing costs less than it says, and one by which
/// nothing costs more. What lies between them is for the caller to cost.
final class CostScore {

  /// No price is higher, or lower than its negative.
  private static final double PRICE_MOST = 100_000;

  /// How many roundings to single precision a score goes through, the limit's own among them.
  private static final int ROUNDINGS = 4;

  /// A jump has to have a width.
  private static final double JUMP_KM = 0.001;

  /// So far off may be whether a delivered price reaches.
  private static final double REACH_WITHIN_KM = 0.05;

  private final Target target;
  private final Standpoint caller;
  private final List<Tariff> tariffs;
  private final double jumpWithinKm;
  private final double mostFreight;
  private final double withinYuan;

  CostScore(Target target, Standpoint caller, Hauls hauls) {
    this.target = target;
    this.caller = caller;
    Tariffs all = hauls.tariffs();
    this.tariffs =
        all.all().stream()
            .filter(tariff ->
                tariff.fromKg() <= caller.consignmentKg()
                    && caller.place().modes().contains(tariff.mode()))
            .toList();
    this.jumpWithinKm = all.withinKm();
    this.mostFreight = all.mostYuanPerT();
    this.withinYuan = all.withinYuanPerT() + ROUNDINGS * Math.ulp((float) mostScore());
  }

  /// The two scores.
  private enum Side {
    /// Nothing costs less.
    LEAST,
    /// Nothing costs more.
    MOST
  }

  private double mostScore() {
    return 2 * (PRICE_MOST + mostFreight);
  }

  /// Before anything is rounded.
  private double scoreOf(BigDecimal cost) {
    return PRICE_MOST + mostFreight - cost.doubleValue();
  }

  /// Documents that meet the filters and are perhaps offered, with their score.
  Map<String, Object> scored(List<Map<String, Object>> asked) {
    List<Map<String, Object>> filters = new ArrayList<>(asked);
    filters.addAll(offered(REACH_WITHIN_KM));
    return Clauses.ranked(filters, scores(Side.LEAST), List.of());
  }

  /// What a document of that score costs at least.
  BigDecimal leastCost(double score) {
    return BigDecimal.valueOf(PRICE_MOST + mostFreight - score - withinYuan);
  }

  /// Documents that do not surely cost less.
  Map<String, Object> notCheaper(BigDecimal cost) {
    return Clauses.not(atLeast(Side.MOST, scoreOf(cost) + withinYuan));
  }

  /// Documents that are offered and cost no more, without a look at each.
  ///
  /// @param mostCost nothing when it does not matter
  Map<String, Object> surely(@Nullable BigDecimal mostCost) {
    List<Map<String, Object>> filters = new ArrayList<>(offered(-REACH_WITHIN_KM));
    if (mostCost != null) {
      filters.add(noDearer(mostCost));
      filters.add(atLeast(Side.MOST, scoreOf(mostCost) + withinYuan));
    }
    return Clauses.all(filters);
  }

  /// Documents of which it is not sure whether they are offered and cost no more.
  Map<String, Object> perhaps(@Nullable BigDecimal mostCost) {
    List<Map<String, Object>> filters = new ArrayList<>(offered(REACH_WITHIN_KM));
    if (mostCost != null) {
      filters.add(noDearer(mostCost));
      filters.add(atLeast(Side.LEAST, scoreOf(mostCost) - withinYuan));
    }
    filters.add(Clauses.not(surely(mostCost)));
    return Clauses.all(filters);
  }

  /// Documents that may cost no more: where freight is only ever added, the price alone tells of
  /// many already that they cost more.
  Map<String, Object> noDearer(BigDecimal mostCost) {
    boolean isTaken = false;
    for (PriceBasis basis : PriceBasis.values()) {
      isTaken |= target.freightSign(basis, caller.basis()) < 0;
    }
    return isTaken ? Map.of("match_all", Map.of()) : target.noDearer(mostCost);
  }

  private Map<String, Object> atLeast(Side side, double score) {
    Map<String, Object> limited = new HashMap<>();
    limited.put("query", Map.of("bool", Map.of("must", scores(side))));
    limited.put("min_score", Math.max(0, score));
    return Map.of("function_score", limited);
  }

  private List<Map<String, Object>> scores(Side side) {
    double cheapest = target.cheapestFirst() ? -PRICE_MOST : PRICE_MOST;
    Map<String, Object> price =
        sum(null, List.of(Ramp.between(target.price(), cheapest, -cheapest, 2 * PRICE_MOST)));
    List<Map<String, Object>> freight = new ArrayList<>();
    for (PriceBasis basis : PriceBasis.values()) {
      Map<String, Object> ofBasis = target.ofBasis(basis);
      switch (target.freightSign(basis, caller.basis())) {
        case 0 ->
            freight.add(Map.of("constant_score", Map.of("filter", ofBasis, "boost", mostFreight)));
        case 1 -> tariffs.forEach(tariff -> freight.add(added(ofBasis, tariff, side)));
        default -> freight.add(taken(ofBasis, side));
      }
    }
    // The cheapest of all ways is the one that leaves most of the most.
    return List.of(price, Map.of("dis_max", Map.of("queries", freight)));
  }

  /// The most less the freight.
  private Map<String, Object> added(Map<String, Object> ofBasis, Tariff tariff, Side side) {
    boolean late = side == Side.LEAST;
    List<Map<String, Object>> functions = new ArrayList<>();
    double left = mostFreight - tariff.mostYuanPerT();
    if (left > 0) {
      functions.add(Map.of("weight", left));
    }
    for (Tariff.Rise rise : tariff.rises()) {
      double from = from(rise, late);
      functions.add(
          Ramp.kilometres(
              SearchFields.LOCATION,
              caller.place().point(),
              from,
              to(rise, late),
              rise.yuanPerT()));
    }
    if (functions.isEmpty()) {
      functions.add(Map.of("weight", 0));
    }
    List<Map<String, Object>> which = new ArrayList<>(goingBy(tariff, late));
    which.add(ofBasis);
    return sum(Clauses.all(which), functions);
  }

  /// The most and the freight besides.
  private Map<String, Object> taken(Map<String, Object> ofBasis, Side side) {
    boolean late = side == Side.MOST;
    Map<String, Object> least =
        Map.of("constant_score", Map.of("filter", ofBasis, "boost", mostScore()));
    for (Tariff tariff : tariffs) {
      List<Map<String, Object>> functions = new ArrayList<>();
      Map<String, Object> goes = Clauses.all(goingBy(tariff, late));
      functions.add(only(goes, Map.of("weight", mostFreight + tariff.leastYuanPerT())));
      for (Tariff.Rise rise : tariff.rises()) {
        double from = from(rise, late);
        functions.add(
            only(
                goes,
                Ramp.kilometresUp(
                    SearchFields.LOCATION,
                    caller.place().point(),
                    from,
                    to(rise, late),
                    rise.yuanPerT())));
      }
      functions.add(only(Clauses.not(goes), Map.of("weight", mostScore())));
      least =
          Map.of(
              "function_score",
              Map.of(
                  "query",
                  least,
                  "functions",
                  functions,
                  "score_mode",
                  "sum",
                  "boost_mode",
                  "min"));
    }
    return least;
  }

  private double from(Tariff.Rise rise, boolean late) {
    if (!rise.isJump()) {
      return rise.fromKm();
    }
    return Math.max(
        0, late ? rise.fromKm() + jumpWithinKm : rise.fromKm() - jumpWithinKm - JUMP_KM);
  }

  private double to(Tariff.Rise rise, boolean late) {
    return rise.isJump() ? from(rise, late) + JUMP_KM : rise.toKm();
  }

  /// Documents that go by the tariff: perhaps, or surely.
  private List<Map<String, Object>> goingBy(Tariff tariff, boolean perhaps) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    if (tariff.mode() != FreightMode.ROAD) {
      clauses.add(Clauses.term(SearchFields.SITE_MODES, tariff.mode().code()));
    }
    if (tariff.fromKg() > 0) {
      clauses.add(Clauses.range(target.quantity(), "gte", tariff.fromKg()));
    }
    double nearest = tariff.fromKm() + (perhaps ? -jumpWithinKm : jumpWithinKm);
    if (tariff.fromKm() > 0 && nearest > 0) {
      clauses.add(Clauses.not(Clauses.within(caller.place().point(), nearest)));
    }
    return clauses;
  }

  /// Documents that are offered to the caller, or that the caller's own price reaches, when that
  /// much is added to how far the price reaches.
  private List<Map<String, Object>> offered(double addedKm) {
    Integer radiusKm = caller.radiusKm();
    if (caller.beyond()) {
      return List.of();
    }
    if (target == Target.LOTS) {
      return List.of(
          Clauses.any(
              List.of(
                  target.ofBasis(PriceBasis.EX_WORKS), reaching(Tariffs.FARTHEST_KM, addedKm))));
    }
    return radiusKm == null
        ? List.of()
        : List.of(Clauses.within(caller.place().point(), Math.max(JUMP_KM, radiusKm + addedKm)));
  }

  /// A radius and what is left of the farthest way make up the farthest way.
  private Map<String, Object> reaching(double farthestKm, double addedKm) {
    Map<String, Object> radius =
        Map.of("field_value_factor", Map.of("field", SearchFields.RADIUS_KM));
    Map<String, Object> left =
        Ramp.kilometres(SearchFields.LOCATION, caller.place().point(), 0, farthestKm, farthestKm);
    Map<String, Object> reaching =
        new HashMap<>(functions(target.ofBasis(PriceBasis.DELIVERED), List.of(radius, left)));
    reaching.put("min_score", farthestKm - addedKm);
    return Map.of("function_score", reaching);
  }

  private static Map<String, Object> sum(
      @Nullable Map<String, Object> query, List<Map<String, Object>> functions) {
    return Map.of("function_score", functions(query, functions));
  }

  private static Map<String, Object> functions(
      @Nullable Map<String, Object> query, List<Map<String, Object>> functions) {
    Map<String, Object> sum = new HashMap<>();
    if (query != null) {
      sum.put("query", query);
    }
    sum.put("functions", functions);
    sum.put("score_mode", "sum");
    sum.put("boost_mode", "replace");
    return sum;
  }

  private static Map<String, Object> only(
      Map<String, Object> documents, Map<String, Object> function) {
    Map<String, Object> filtered = new HashMap<>(function);
    filtered.put("filter", documents);
    return filtered;
  }
}
