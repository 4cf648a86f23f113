package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.haul.Way;
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

  /// @param distanceKm to the caller's site by the cheapest mode, as are freight and delivered
  ///   price
  /// @param deliveredYuanPerT at the caller's gate; nothing where the lot is not delivered so far
  /// @param alternatives the other modes that both sites have
  /// @param offered whether its price, if it is delivered, reaches the caller's site
  /// @param highlight HTML: text of the lot, escaped, with the words found in `mark` elements
  /// @param fit in the order `match`
  @Serdeable
  @Schema(name = "LotSearchItem")
  record Item(
      LotSummary lot,
      @Nullable BigDecimal distanceKm,
      @Nullable DistanceSource distanceSource,
      @Nullable FreightMode mode,
      @Nullable BigDecimal freightYuanPerT,
      @Nullable BigDecimal deliveredYuanPerT,
      List<Way> alternatives,
      @Nullable Boolean offered,
      @Nullable String highlight,
      @Nullable SearchFit fit) {

    Item {
      alternatives = List.copyOf(alternatives);
    }
  }
}
