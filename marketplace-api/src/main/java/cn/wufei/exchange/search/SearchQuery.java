package cn.wufei.exchange.search;

import cn.wufei.indexer.document.GeoPoint;
import org.jspecify.annotations.Nullable;

/// One question to the search.
///
/// @param place the caller's site, from which distance and freight are reckoned
/// @param rival what the order by match compares with
/// @param facets whether the results are counted as well
record SearchQuery(
    SearchRequest request,
    @Nullable GeoPoint place,
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
}
