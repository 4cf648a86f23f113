package cn.wufei.exchange.matching;

import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.search.Clauses;
import cn.wufei.exchange.search.SearchFields;
import cn.wufei.indexer.document.MatchPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The constraints of [Compatibility] but the price as clauses of a search, in both directions, on
/// the fields of [MatchPart].
final class CandidateClauses {

  static final String OPEN_FOR = "matching.openFor";
  static final String PARAMETERS = "matching.parameters";
  static final String PARAMETER_COUNT = "matching.parameterCount";

  /// What Elasticsearch's distances may differ from ours by, with room to spare.
  private static final double RADIUS_SLACK_KM = 0.05;

  private static final String MIN = ".min";
  private static final String MAX = ".max";

  private CandidateClauses() {}

  /// What no change would help against, for lots.
  ///
  /// @param forbidden materials that may not go into the demand's use
  static List<Map<String, Object>> gatesForLots(Need need, Collection<String> forbidden) {
    return open(
        need.materialKeys().stream().filter(key -> !forbidden.contains(key)).toList(),
        need.organisationId().toString());
  }

  /// The gates, and that the lot is not over.
  static List<Map<String, Object>> wideForLots(
      Need need, Collection<String> forbidden, LocalDate today) {
    List<Map<String, Object>> clauses = gatesForLots(need, forbidden);
    clauses.add(Clauses.range("availableTo", "gte", today.toString()));
    return clauses;
  }

  /// What a near miss may fail, for lots: one clause for each constraint, which a lot that meets it
  /// matches.
  static List<Map<String, Object>> constraintsForLots(Need need, LocalDate today) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    LocalDate start = Collections.max(List.of(need.neededFrom(), today));
    clauses.add(
        Clauses.all(
            List.of(
                Clauses.range("availableFrom", "lte", need.neededTo().toString()),
                Clauses.range("availableTo", "gte", start.toString()))));
    MatchPart.ofDemand(List.of(), need.ranges(), need.openKg())
        .bounds()
        .forEach((key, bounds) -> {
          List<Map<String, Object>> within = new ArrayList<>();
          if (bounds.min() != null) {
            within.add(Clauses.range(bound(key, MIN), "gte", bounds.min()));
          }
          if (bounds.max() != null) {
            within.add(Clauses.range(bound(key, MAX), "lte", bounds.max()));
          }
          clauses.add(Clauses.all(within));
        });
    return clauses;
  }

  /// What no change would help against, for demands.
  ///
  /// @param forbidden uses that the lot's material may not go into
  static List<Map<String, Object>> gatesForDemands(Supply supply, Collection<String> forbidden) {
    List<Map<String, Object>> clauses =
        open(List.of(supply.materialKey()), supply.organisationId().toString());
    if (!forbidden.isEmpty()) {
      clauses.add(Clauses.not(Clauses.terms("use", forbidden)));
    }
    return clauses;
  }

  /// The gates, and that the demand is not over.
  static List<Map<String, Object>> wideForDemands(
      Supply supply, Collection<String> forbidden, LocalDate today) {
    List<Map<String, Object>> clauses = gatesForDemands(supply, forbidden);
    clauses.add(Clauses.range("neededTo", "gte", today.toString()));
    return clauses;
  }

  /// What a near miss may fail, for demands. A demand names its parameters, and each of them has to
  /// be among those that the lot states; then a demand that does not require a parameter has no
  /// bound that the lot could pass.
  static List<Map<String, Object>> constraintsForDemands(
      Supply supply, Place place, LocalDate today) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    LocalDate start = Collections.max(List.of(supply.availableFrom(), today));
    clauses.add(
        Clauses.all(
            List.of(
                Clauses.range("neededFrom", "lte", supply.availableTo().toString()),
                Clauses.range("neededTo", "gte", start.toString()))));
    Integer radiusKm = supply.radiusKm();
    if (radiusKm != null) {
      clauses.add(Clauses.within(place.point(), radiusKm + RADIUS_SLACK_KM));
    }
    MatchPart stated = MatchPart.ofLot(List.of(), supply.qualities(), supply.availableKg(), 1);
    clauses.add(namesOnly(stated.parameters()));
    stated
        .bounds()
        .forEach((key, bounds) -> {
          List<Map<String, Object>> passed = new ArrayList<>();
          passed.add(
              bounds.min() == null
                  ? Clauses.exists(bound(key, MIN))
                  : Clauses.range(bound(key, MIN), "gt", bounds.min()));
          passed.add(
              bounds.max() == null
                  ? Clauses.exists(bound(key, MAX))
                  : Clauses.range(bound(key, MAX), "lt", bounds.max()));
          clauses.add(Clauses.not(Clauses.any(passed)));
        });
    return clauses;
  }

  /// Lots that state every parameter which the demand requires, on its basis.
  static List<Map<String, Object>> statedFor(Need need) {
    return MatchPart.ofDemand(List.of(), need.ranges(), need.openKg()).parameters().stream()
        .map(key -> Clauses.term(PARAMETERS, key))
        .toList();
  }

  static String bound(String key, String end) {
    return "matching.bounds." + key + end;
  }

  private static Map<String, Object> namesOnly(List<String> parameters) {
    Map<String, Object> none = Clauses.term(PARAMETER_COUNT, 0);
    if (parameters.isEmpty()) {
      return none;
    }
    Map<String, Object> each =
        Map.of(
            "terms_set",
            Map.of(
                PARAMETERS,
                Map.of("terms", parameters, "minimum_should_match_field", PARAMETER_COUNT)));
    return Clauses.any(List.of(none, each));
  }

  private static List<Map<String, Object>> open(List<String> materials, String organisation) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    clauses.add(Clauses.terms(OPEN_FOR, materials));
    clauses.add(Clauses.not(Clauses.term(SearchFields.ORGANISATION_ID, organisation)));
    return clauses;
  }
}
