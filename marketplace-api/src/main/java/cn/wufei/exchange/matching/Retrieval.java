package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.fit.MatchWeights;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.search.Candidates;
import cn.wufei.exchange.search.MappedFields;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Finds candidates in the index, one request for each question.
@Singleton
class Retrieval {

  private static final String BOUNDS = "matching.bounds";

  private final Candidates candidates;
  private final MappedFields mapped;
  private final Catalog catalog;
  private final FreightLines freight;
  private final MatchWeights weights;
  private final HighLimits highLimits;
  private final MatchingConfiguration limits;

  Retrieval(
      Candidates candidates,
      MappedFields mapped,
      Catalog catalog,
      FreightLines freight,
      MatchWeights weights,
      HighLimits highLimits,
      MatchingConfiguration limits) {
    this.candidates = candidates;
    this.mapped = mapped;
    this.catalog = catalog;
    this.freight = freight;
    this.weights = weights;
    this.highLimits = highLimits;
    this.limits = limits;
  }

  /// Candidates, the most promising first.
  ///
  /// @param total how many there are, those that were not read included
  /// @param all whether all were counted; otherwise there are more
  record Found<T>(List<T> candidates, long total, boolean all) {

    Found {
      candidates = List.copyOf(candidates);
    }
  }

  /// Demands that the lot should fit. Of a material that very many seek only those with the highest
  /// limits are looked at, as long as they are enough.
  Outcome<Found<Indexed.OfDemand>> fittingDemands(Lot lot, Circle circle, LocalDate today) {
    Supply supply = Judge.supply(lot);
    List<Map<String, Object>> filters =
        CandidateClauses.fittingDemands(
            supply,
            Forbidden.usesOf(catalog, supply.materialKey()),
            lot.isForApprovedOnly(),
            circle,
            Place.of(lot.site()),
            today);
    Map<String, Object> highest = highLimits.highest(supply.materialKey(), limits.comparedMax());
    if (highest == null) {
      return fittingDemands(lot, supply, filters, today);
    }
    List<Map<String, Object>> cut = new ArrayList<>(filters);
    cut.add(highest);
    return switch (fittingDemands(lot, supply, cut, today)) {
      case Outcome.Done<Found<Indexed.OfDemand>>(var found)
          when found.candidates().size() >= limits.candidatesMax() ->
          Outcome.done(new Found<>(found.candidates(), found.total(), false));
      case Outcome.Done<Found<Indexed.OfDemand>> _ -> fittingDemands(lot, supply, filters, today);
      case Outcome.Refused<Found<Indexed.OfDemand>> refused -> refused;
    };
  }

  private Outcome<Found<Indexed.OfDemand>> fittingDemands(
      Lot lot, Supply supply, List<Map<String, Object>> filters, LocalDate today) {
    return found(
        SearchIndex.DEMANDS,
        fields -> best(ranking(lot, supply, fields, today), filters, Indexed.demandFields(supply)),
        Indexed::demand);
  }

  /// Lots that should fit the demand.
  Outcome<Found<Indexed.OfLot>> fittingLots(Demand demand, Circle circle, LocalDate today) {
    Need need = Judge.need(demand);
    List<Map<String, Object>> filters =
        new ArrayList<>(
            CandidateClauses.gatesForLots(
                need, Forbidden.materialsOf(catalog, need.use()), circle));
    filters.addAll(CandidateClauses.constraintsForLots(need, today));
    return found(
        SearchIndex.LOTS,
        fields -> best(ranking(demand, need, fields, today), filters, Indexed.lotFields(need)),
        Indexed::lot);
  }

  /// Demands that the lot should not fit but comes near to, those first that it fails least.
  Outcome<Found<Id>> nearDemands(Lot lot, Circle circle, LocalDate today) {
    Supply supply = Judge.supply(lot);
    return near(
        SearchIndex.DEMANDS,
        CandidateClauses.wideForDemands(
            supply,
            Forbidden.usesOf(catalog, supply.materialKey()),
            lot.isForApprovedOnly(),
            circle,
            today),
        CandidateClauses.constraintsForDemands(supply, Place.of(lot.site()), today),
        fields -> ranking(lot, supply, fields, today));
  }

  /// Lots that should not fit the demand but come near to it, those first that fail least.
  Outcome<Found<Id>> nearLots(Demand demand, Circle circle, LocalDate today) {
    Need need = Judge.need(demand);
    return near(
        SearchIndex.LOTS,
        CandidateClauses.wideForLots(
            need, Forbidden.materialsOf(catalog, need.use()), circle, today),
        CandidateClauses.constraintsForLots(need, today),
        fields -> ranking(demand, need, fields, today));
  }

  private Outcome<Found<Id>> near(
      SearchIndex index,
      List<Map<String, Object>> gates,
      List<Map<String, Object>> constraints,
      Function<Set<String>, Ranking> ranking) {
    return found(
        index,
        fields ->
            body(
                ranking.apply(fields).near(gates, constraints),
                limits.nearCandidatesMax(),
                List.of("id")),
        hit -> Id.parse(Json.first(hit, "fields", "id").getStringValue()));
  }

  private Ranking ranking(Lot lot, Supply supply, Set<String> fields, LocalDate today) {
    Place place = Place.of(lot.site());
    return Ranking.ofDemands(supply, place, freight.now(), weights, fields, today);
  }

  private Ranking ranking(Demand demand, Need need, Set<String> fields, LocalDate today) {
    Place place = Place.of(demand.site());
    return Ranking.ofLots(need, place, freight.now(), weights, fields, today);
  }

  /// @param body for the fields that the index has
  private <T> Outcome<Found<T>> found(
      SearchIndex index,
      Function<Set<String>, Map<String, Object>> body,
      Function<JsonNode, T> reading) {
    return answer(index, body)
        .map(answer ->
            new Found<>(
                Json.hits(answer).stream().map(reading).toList(), Json.total(answer), true));
  }

  /// An index that was made anew does not have the fields of the old one yet.
  private Outcome<JsonNode> answer(
      SearchIndex index, Function<Set<String>, Map<String, Object>> body) {
    try {
      return candidates.ask(index, body.apply(mapped.below(index, BOUNDS)));
    } catch (SearchRejectedException _) {
      mapped.forget();
      return candidates.ask(index, body.apply(mapped.below(index, BOUNDS)));
    }
  }

  private Map<String, Object> best(
      Ranking ranking, List<Map<String, Object>> filters, List<String> fields) {
    Map<String, Object> body = body(ranking.query(filters), limits.candidatesMax(), fields);
    body.put("rescore", ranking.rescore(Math.max(limits.candidatesMax(), limits.rankedMax())));
    return body;
  }

  private static Map<String, Object> body(
      Map<String, Object> query, int size, List<String> fields) {
    Map<String, Object> body = new HashMap<>();
    body.put("size", size);
    body.put("track_total_hits", true);
    body.put("_source", false);
    body.put("stored_fields", "_none_");
    body.put("docvalue_fields", fields);
    body.put("query", query);
    return body;
  }
}
