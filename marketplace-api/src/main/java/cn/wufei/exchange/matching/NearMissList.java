package cn.wufei.exchange.matching;

import cn.wufei.exchange.matching.fit.Opening;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What nearly fits, the fewest obstacles first, and what single changes would open.
///
/// @param openings over all that were looked at, not only the items; the one that opens most tonnes
///   first
/// @param looked how many near misses were judged
/// @param total how many there are as far as the index knows
@Serdeable
@Schema(name = "NearMissList")
record NearMissList(List<Match> items, List<Opening> openings, int looked, long total) {

  NearMissList {
    items = List.copyOf(items);
    openings = List.copyOf(openings);
  }
}
