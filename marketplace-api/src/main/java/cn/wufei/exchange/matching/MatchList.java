package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.listing.Lot;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What fits a lot or a demand, the best first.
///
/// @param lot whose matches these are, where they are a lot's
/// @param demand whose matches these are, where they are a demand's
/// @param total how many fit as far as the index knows, those that are not shown included; of very
///   many it is an estimate, as not each one's freight is looked at
/// @param allCounted whether all of them were counted; otherwise there are more than `total`
/// @param several how several of them fill the quantity together; absent when one alone fills it
@Serdeable
@Schema(name = "MatchList")
record MatchList(
    @Nullable Lot lot,
    @Nullable Demand demand,
    List<ListedMatch> items,
    long total,
    boolean allCounted,
    @Nullable Several several) {

  MatchList {
    items = List.copyOf(items);
  }
}
