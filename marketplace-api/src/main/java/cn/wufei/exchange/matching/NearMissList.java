package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.fit.Opening;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What nearly fits a lot or a demand, the fewest obstacles first, and what single changes would
/// open.
///
/// @param lot whose near misses these are, where they are a lot's
/// @param demand whose near misses these are, where they are a demand's
/// @param openings over all that were looked at, not only the items; the one that opens most tonnes
///   first
/// @param looked how many near misses were judged
/// @param total how many there are as far as the index knows
@Serdeable
@Schema(name = "NearMissList")
record NearMissList(
    @Nullable Lot lot,
    @Nullable Demand demand,
    List<ListedMatch> items,
    List<Opening> openings,
    int looked,
    long total) {

  NearMissList {
    items = List.copyOf(items);
    openings = List.copyOf(openings);
  }
}
