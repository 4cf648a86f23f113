package cn.wufei.exchange.matching;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What fits, the best first.
///
/// @param total how many fit as far as the index knows, those that are not shown included; of very
///   many it is an estimate, as not each one's freight is looked at
/// @param allCounted whether all of them were counted; otherwise there are more than `total`
/// @param several how several of them fill the quantity together; absent when one alone fills it
@Serdeable
@Schema(name = "MatchList")
record MatchList(List<Match> items, long total, boolean allCounted, @Nullable Several several) {

  MatchList {
    items = List.copyOf(items);
  }
}
