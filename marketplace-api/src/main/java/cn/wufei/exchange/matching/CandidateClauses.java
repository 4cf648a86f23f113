package cn.wufei.exchange.matching;

import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.exchange.search.CircleClauses;
import cn.wufei.exchange.search.Clauses;
import cn.wufei.exchange.search.SearchFields;
import cn.wufei.indexer.document.MatchPart;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The constraints of [Compatibility] but the price as clauses of a search, in both directions, on
/// the fields of [MatchPart].
final class CandidateClauses {

  static final String OPEN_FOR = "matching.openFor";
  static final String LEAST_KG = "matching.leastKg";
  static final String PARAMETERS = "matching.parameters";
  static final String PARAMETER_COUNT = "matching.parameterCount";
  private static final String NEEDS = "matching.needs";

  /// So many parameters have 1,024 sets, each of which is named in the request.
  private static final int NAMED_MAX = 10;

  /// What Elasticsearch's distances may differ from ours by, with room to spare.
  private static final double RADIUS_SLACK_KM = 0.05;

  private static final String RECURS_IN = "matching.recursIn";
  private static final Map<String, Object> NOTHING = Map.of("match_none", Map.of());

  private static final String MIN = ".min";
  private static final String MAX = ".max";

  private CandidateClauses() {}

  /// What no change would help against, for lots.
  ///
  /// @param forbidden materials that may not go into the demand's use
  static List<Map<String, Object>> gatesForLots(
      Need need, Collection<String> forbidden, Circle circle) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    List<String> keys =
        need.materialKeys().stream().filter(key -> !forbidden.contains(key)).toList();
    List<String> words = keys.stream().flatMap(key -> wordsFor(key, need)).toList();
    Map<String, Object> open = Clauses.terms(OPEN_FOR, words);
    clauses.add(
        circle.approvedBy().isEmpty()
            ? open
            : Clauses.any(
                List.of(
                    open,
                    Clauses.all(
                        List.of(
                            Clauses.terms(
                                OPEN_FOR, words.stream().map(MatchPart::toApproved).toList()),
                            CircleClauses.among(circle.approvedBy()))))));
    clauses.add(notOf(need.organisationId()));
    clauses.addAll(CircleClauses.met(circle));
    return clauses;
  }

  /// What stands for a material of which the lot goes to the demand's site.
  private static Stream<String> wordsFor(String key, Need need) {
    return Stream.concat(
        Stream.of(key), need.divisions().stream().map(division -> MatchPart.to(key, division)));
  }

  /// Demands of those to whom the lot may go.
  private static List<Map<String, Object>> met(boolean approvedOnly, Circle circle) {
    List<Map<String, Object>> clauses = new ArrayList<>(CircleClauses.met(circle));
    if (approvedOnly) {
      clauses.add(CircleClauses.among(circle.approves()));
    }
    return clauses;
  }

  /// The gates, and that the lot is not over.
  static List<Map<String, Object>> wideForLots(
      Need need, Collection<String> forbidden, Circle circle, LocalDate today) {
    List<Map<String, Object>> clauses = gatesForLots(need, forbidden, circle);
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
                Clauses.range("availableTo", "gte", start.toString()),
                months("availableFrom", "availableTo", start, need.neededTo(), need.months()))));
    clauses.add(Clauses.not(Clauses.range(LEAST_KG, "gt", need.openKg())));
    MatchPart.ofDemand(List.of(), need.ranges(), need.openKg(), List.of())
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
  static List<Map<String, Object>> gatesForDemands(
      Supply supply, Collection<String> forbidden, boolean approvedOnly, Circle circle) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    clauses.add(Clauses.terms(OPEN_FOR, List.of(supply.materialKey())));
    clauses.addAll(allowed(supply, forbidden));
    clauses.addAll(met(approvedOnly, circle));
    return clauses;
  }

  private static List<Map<String, Object>> allowed(Supply supply, Collection<String> forbidden) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    clauses.add(notOf(supply.organisationId()));
    if (!forbidden.isEmpty()) {
      clauses.add(Clauses.not(Clauses.terms("use", forbidden)));
    }
    if (!supply.destinations().isEmpty()) {
      clauses.add(Clauses.any(supply.destinations().stream().map(Clauses::inDivision).toList()));
    }
    return clauses;
  }

  /// Demands that the lot fits but for the price.
  static List<Map<String, Object>> fittingDemands(
      Supply supply,
      Collection<String> forbidden,
      boolean approvedOnly,
      Circle circle,
      Place place,
      LocalDate today) {
    List<String> stated = stated(supply).parameters();
    List<Map<String, Object>> clauses = new ArrayList<>();
    if (stated.size() > NAMED_MAX) {
      clauses.addAll(gatesForDemands(supply, forbidden, approvedOnly, circle));
      clauses.add(namesOnly(stated));
    } else {
      clauses.add(Clauses.terms(NEEDS, needsWithin(supply.materialKey(), stated)));
      clauses.addAll(allowed(supply, forbidden));
      clauses.addAll(met(approvedOnly, circle));
    }
    clauses.addAll(daysAndPlace(supply, place, today));
    clauses.addAll(boundsKept(supply));
    return clauses;
  }

  /// What each set of the parameters is called where it is required.
  private static List<String> needsWithin(String material, List<String> parameters) {
    List<String> needs = new ArrayList<>();
    for (int set = 0; set < 1 << parameters.size(); set++) {
      List<String> required = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        if ((set >> i & 1) == 1) {
          required.add(parameters.get(i));
        }
      }
      needs.add(MatchPart.need(material, required));
    }
    return needs;
  }

  /// The gates, and that the demand is not over.
  static List<Map<String, Object>> wideForDemands(
      Supply supply,
      Collection<String> forbidden,
      boolean approvedOnly,
      Circle circle,
      LocalDate today) {
    List<Map<String, Object>> clauses = gatesForDemands(supply, forbidden, approvedOnly, circle);
    clauses.add(Clauses.range("neededTo", "gte", today.toString()));
    return clauses;
  }

  /// What a near miss may fail, for demands. A demand names its parameters, and each of them has to
  /// be among those that the lot states; then a demand that does not require a parameter has no
  /// bound that the lot could pass.
  static List<Map<String, Object>> constraintsForDemands(
      Supply supply, Place place, LocalDate today) {
    List<Map<String, Object>> clauses = daysAndPlace(supply, place, today);
    clauses.add(namesOnly(stated(supply).parameters()));
    clauses.addAll(boundsKept(supply));
    return clauses;
  }

  private static List<Map<String, Object>> daysAndPlace(
      Supply supply, Place place, LocalDate today) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    LocalDate start = Collections.max(List.of(supply.availableFrom(), today));
    clauses.add(
        Clauses.all(
            List.of(
                Clauses.range("neededFrom", "lte", supply.availableTo().toString()),
                Clauses.range("neededTo", "gte", start.toString()),
                months("neededFrom", "neededTo", start, supply.availableTo(), supply.months()))));
    if (supply.leastKg() > 0) {
      clauses.add(Clauses.range("openKg", "gte", supply.leastKg()));
    }
    Integer radiusKm = supply.radiusKm();
    if (radiusKm != null) {
      clauses.add(Clauses.within(place.point(), radiusKm + RADIUS_SLACK_KM));
    }
    return clauses;
  }

  /// For each parameter that the lot states: no bound of a demand lies inside its range.
  private static List<Map<String, Object>> boundsKept(Supply supply) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    stated(supply)
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

  /// That something can move in some month. Where the asking side recurs, one of its months has to
  /// have a day of the other's window, and to be one of the other's months if that recurs too;
  /// where only the other recurs, one of its months has to touch the asking side's window. What
  /// keeps them apart within a month is left to the judgement.
  ///
  /// @param from the other's first day, a field
  /// @param to the other's last day, a field
  /// @param first the asking side's first day that is not over
  /// @param last the asking side's last day
  /// @param own the asking side's months; none when it does not recur
  private static Map<String, Object> months(
      String from, String to, LocalDate first, LocalDate last, List<MonthQuantity> own) {
    Map<String, Object> once = Clauses.not(Clauses.exists(RECURS_IN));
    if (own.isEmpty()) {
      return Clauses.any(List.of(once, within(YearMonth.from(first), YearMonth.from(last))));
    }
    List<Map<String, Object>> each = new ArrayList<>();
    for (MonthQuantity quantity : own) {
      YearMonth month = quantity.calendarMonth();
      LocalDate begins = Collections.max(List.of(month.atDay(1), first));
      LocalDate ends = Collections.min(List.of(month.atEndOfMonth(), last));
      if (quantity.quantityKg() > 0 && !begins.isAfter(ends)) {
        each.add(
            Clauses.all(
                List.of(
                    Clauses.range(from, "lte", ends.toString()),
                    Clauses.range(to, "gte", begins.toString()),
                    Clauses.any(List.of(once, within(month, month))))));
      }
    }
    return each.isEmpty() ? NOTHING : Clauses.any(each);
  }

  /// That the document has tonnes in a month from the one to the other, both included.
  private static Map<String, Object> within(YearMonth first, YearMonth last) {
    return Map.of(
        "range", Map.of(RECURS_IN, Map.of("gte", first.toString(), "lte", last.toString())));
  }

  private static MatchPart stated(Supply supply) {
    return MatchPart.ofLot(List.of(), supply.qualities(), supply.availableKg(), 1, List.of());
  }

  /// Lots that state every parameter which the demand requires, on its basis.
  static List<Map<String, Object>> statedFor(Need need) {
    return MatchPart.ofDemand(List.of(), need.ranges(), need.openKg(), List.of())
        .parameters()
        .stream()
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

  private static Map<String, Object> notOf(Id organisation) {
    return Clauses.not(Clauses.term(SearchFields.ORGANISATION_ID, organisation.toString()));
  }
}
