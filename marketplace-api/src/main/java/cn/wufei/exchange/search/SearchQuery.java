package cn.wufei.exchange.search;

import cn.wufei.exchange.partner.Circle;
import org.jspecify.annotations.Nullable;

/// One question to the search.
///
/// @param caller the site from which distance and freight are reckoned
/// @param circle with whom the caller's organisation stands how
/// @param rival what the order by match compares with
/// @param facets whether the results are counted as well
record SearchQuery(
    SearchRequest request,
    @Nullable Standpoint caller,
    Circle circle,
    @Nullable MatchOrder rival,
    SearchSort sort,
    boolean facets,
    @Nullable String cursor,
    int limit) {

  boolean needsPlace() {
    return request.maxCost() != null
        || request.radiusKm() != null
        || sort == SearchSort.DELIVERED
        || sort == SearchSort.DISTANCE;
  }

  /// Whether lots that are not offered at the caller's site are left out, whatever they cost.
  boolean offeredOnly(Target target) {
    return target == Target.LOTS && sort == SearchSort.DELIVERED && request.maxCost() == null;
  }

  SearchQuery withoutFacets() {
    return new SearchQuery(request, caller, circle, rival, sort, false, cursor, limit);
  }
}
