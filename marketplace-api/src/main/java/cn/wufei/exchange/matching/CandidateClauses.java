package cn.wufei.exchange.matching;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.search.Clauses;
import cn.wufei.exchange.search.SearchFields;
import cn.wufei.indexer.document.ParameterRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The constraints of [Compatibility] as clauses of a search, in both directions. `wide` leaves out
/// those that a near miss may fail.
final class CandidateClauses {

  private CandidateClauses() {}

  static List<Map<String, Object>> wideForLots(Need need, LocalDate today) {
    List<Map<String, Object>> clauses = open(need.organisationId().toString());
    clauses.add(Clauses.terms("materialKey", need.materialKeys()));
    clauses.add(Clauses.range("availableKg", "gte", 1));
    clauses.add(Clauses.range("availableTo", "gte", today.toString()));
    return clauses;
  }

  static List<Map<String, Object>> strictForLots(Need need, LocalDate today) {
    List<Map<String, Object>> clauses = wideForLots(need, today);
    Map<String, Object> affordable =
        Clauses.range("priceYuanPerT", "lte", need.maxDeliveredYuanPerT());
    clauses.add(
        need.limitBasis() == PriceBasis.DELIVERED
            ? affordable
            : Clauses.any(List.of(affordable, Clauses.exists("delivery.radiusKm"))));
    clauses.add(Clauses.range("availableFrom", "lte", need.neededTo().toString()));
    clauses.add(Clauses.range("availableTo", "gte", need.neededFrom().toString()));
    need.ranges().forEach(range -> clauses.add(Clauses.nested("qualities", within(range))));
    return clauses;
  }

  static List<Map<String, Object>> wideForDemands(Supply supply, LocalDate today) {
    List<Map<String, Object>> clauses = open(supply.organisationId().toString());
    clauses.add(Clauses.term("materialKeys", supply.materialKey()));
    clauses.add(Clauses.range("openKg", "gte", 1));
    clauses.add(Clauses.range("neededTo", "gte", today.toString()));
    return clauses;
  }

  /// A demand is out when one of its ranges is not met: no stated parameter lies within it.
  static List<Map<String, Object>> strictForDemands(Supply supply, LocalDate today) {
    List<Map<String, Object>> clauses = wideForDemands(supply, today);
    Map<String, Object> paid = Clauses.range("maxDeliveredYuanPerT", "gte", supply.priceYuanPerT());
    clauses.add(
        supply.basis() == PriceBasis.EX_WORKS
            ? paid
            : Clauses.any(List.of(paid, Clauses.term("limitBasis", PriceBasis.EX_WORKS.code()))));
    clauses.add(Clauses.range("neededFrom", "lte", supply.availableTo().toString()));
    clauses.add(Clauses.range("neededTo", "gte", supply.availableFrom().toString()));
    List<Map<String, Object>> met =
        supply.qualities().stream().map(CandidateClauses::metBy).toList();
    Map<String, Object> unmet =
        met.isEmpty() ? Map.of("match_all", Map.of()) : Clauses.not(Clauses.any(met));
    clauses.add(Clauses.not(Clauses.nested("ranges", unmet)));
    return clauses;
  }

  private static List<Map<String, Object>> open(String organisation) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    clauses.add(Clauses.term(SearchFields.STATUS, SearchFields.PUBLISHED));
    clauses.add(Clauses.term(SearchFields.ORGANISATION_STATUS, SearchFields.VERIFIED));
    clauses.add(Clauses.not(Clauses.term(SearchFields.ORGANISATION_ID, organisation)));
    return clauses;
  }

  private static Map<String, Object> within(ParameterRange required) {
    List<Map<String, Object>> clauses = sameScale("qualities", required);
    if (required.min() != null) {
      clauses.add(Clauses.range("qualities.min", "gte", required.min()));
    }
    if (required.max() != null) {
      clauses.add(Clauses.range("qualities.max", "lte", required.max()));
    }
    return Clauses.all(clauses);
  }

  private static Map<String, Object> metBy(ParameterRange stated) {
    List<Map<String, Object>> clauses = sameScale("ranges", stated);
    clauses.add(
        stated.min() == null
            ? absent("ranges.min")
            : Clauses.not(Clauses.range("ranges.min", "gt", stated.min())));
    clauses.add(
        stated.max() == null
            ? absent("ranges.max")
            : Clauses.not(Clauses.range("ranges.max", "lt", stated.max())));
    return Clauses.all(clauses);
  }

  private static List<Map<String, Object>> sameScale(String path, ParameterRange range) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    clauses.add(Clauses.term(path + ".parameter", range.parameter()));
    clauses.add(Clauses.term(path + ".basis", range.basis()));
    return clauses;
  }

  private static Map<String, Object> absent(String field) {
    return Clauses.not(Clauses.exists(field));
  }
}
