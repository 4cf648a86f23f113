package cn.wufei.exchange.search;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of lots.
///
/// @param facets absent when they were not asked for
/// @param help what to do when nothing was found
/// @param total all lots that the search found, not only those of this page
@Serdeable
@Schema(name = "LotSearchPage")
record LotSearchPage(
    List<Item> items,
    long total,
    @Nullable Facets facets,
    @Nullable String next,
    @Nullable SearchHelp help) {

  LotSearchPage {
    items = List.copyOf(items);
  }

  /// @param distanceKm by road to the caller's site, as are freight and delivered price
  /// @param highlight HTML: text of the lot, escaped, with the words found in `mark` elements
  /// @param fit in the order `match`
  @Serdeable
  @Schema(name = "LotSearchItem")
  record Item(
      LotSummary lot,
      @Nullable BigDecimal distanceKm,
      @Nullable BigDecimal freightYuanPerT,
      @Nullable BigDecimal deliveredYuanPerT,
      @Nullable String highlight,
      @Nullable SearchFit fit) {}
}
