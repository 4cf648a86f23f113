package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.haul.Way;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of demands.
///
/// @param facets absent when they were not asked for
/// @param help what to do when nothing was found
/// @param total all demands that the search found, not only those of this page
@Serdeable
@Schema(name = "DemandSearchPage")
record DemandSearchPage(
    List<Item> items,
    long total,
    @Nullable Facets facets,
    @Nullable String next,
    @Nullable SearchHelp help) {

  DemandSearchPage {
    items = List.copyOf(items);
  }

  /// @param distanceKm from the caller's site by the cheapest mode, as is freight
  /// @param deliveredYuanPerT the most that the demand pays at its gate, freight included
  /// @param exWorksYuanPerT what of it is left at the caller's site
  /// @param alternatives the other modes that both sites have
  /// @param highlight HTML: text of the demand, escaped, with the words found in `mark` elements
  /// @param fit in the order `match`
  @Serdeable
  @Schema(name = "DemandSearchItem")
  record Item(
      DemandSummary demand,
      @Nullable BigDecimal distanceKm,
      @Nullable DistanceSource distanceSource,
      @Nullable FreightMode mode,
      @Nullable BigDecimal freightYuanPerT,
      @Nullable BigDecimal deliveredYuanPerT,
      @Nullable BigDecimal exWorksYuanPerT,
      List<Way> alternatives,
      @Nullable String highlight,
      @Nullable SearchFit fit) {

    Item {
      alternatives = List.copyOf(alternatives);
    }
  }
}
