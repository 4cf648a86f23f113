package cn.wufei.exchange.search;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How well a result fits the caller's own demand or lot.
///
/// @param fits whether no constraint is broken
/// @param score 0..100
@Serdeable
@Schema(name = "SearchFit")
record SearchFit(boolean fits, double score) {

  static @Nullable SearchFit of(MatchOrder.@Nullable Rank rank) {
    return rank == null ? null : new SearchFit(rank.fits(), rank.score());
  }
}
