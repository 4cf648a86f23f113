package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.partner.Circle;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What documents must meet, with what is asked of their cost at the caller's site.
///
/// A clause on the cost holds only among those documents among which it was made.
@Singleton
class SearchLimits {

  private final SearchFilters filters;
  private final CostLimit costLimit;

  SearchLimits(SearchFilters filters, CostLimit costLimit) {
    this.filters = filters;
    this.costLimit = costLimit;
  }

  /// The parameter that limits the cost.
  static String costName(Target target) {
    return target.cheapestFirst() ? "maxDeliveredYuanPerT" : "minExWorksYuanPerT";
  }

  Outcome<Limits> of(
      Target target, SearchRequest request, @Nullable Standpoint caller, Circle circle) {
    Limits limits = filters.of(target, request, caller, circle);
    return withCost(target, request, caller, limits, limits.clauses());
  }

  /// All but what is asked of the cost.
  Limits beforeCost(Target target, SearchQuery query) {
    return filters.of(target, query.request(), query.caller(), query.circle());
  }

  /// With what the order asks. When facets are counted, the cost is told among all that any choice
  /// of theirs would find.
  Outcome<Limits> of(Target target, SearchQuery query) {
    Limits limits = filters.of(target, query.request(), query.caller(), query.circle());
    Standpoint caller = query.caller();
    List<Map<String, Object>> among =
        query.facets() ? List.of(limits.queryBeforeFacets()) : limits.clauses();
    return query.offeredOnly(target) && caller != null
        ? costLimit.clause(target, among, caller, null).map(limits::and)
        : withCost(target, query.request(), caller, limits, among);
  }

  private Outcome<Limits> withCost(
      Target target,
      SearchRequest request,
      @Nullable Standpoint caller,
      Limits limits,
      List<Map<String, Object>> among) {
    BigDecimal maxCost = request.maxCost();
    if (maxCost == null || caller == null) {
      return Outcome.done(limits);
    }
    return costLimit
        .clause(target, among, caller, maxCost)
        .map(affordable -> limits.and(Limit.of(costName(target), affordable)));
  }
}
