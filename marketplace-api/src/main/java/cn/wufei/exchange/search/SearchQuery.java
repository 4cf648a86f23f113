package cn.wufei.exchange.search;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What somebody looks for.
///
/// @param caller the site from which distance and freight are reckoned
/// @param maxCost the most that a document may cost with freight, see [Target#cost]
record SearchQuery(
    @Nullable String text,
    @Nullable String material,
    @Nullable String classCode,
    @Nullable String adcode,
    @Nullable Standpoint caller,
    @Nullable BigDecimal maxCost,
    @Nullable Long minQuantityKg,
    SearchSort sort,
    @Nullable String cursor,
    int limit) {}
