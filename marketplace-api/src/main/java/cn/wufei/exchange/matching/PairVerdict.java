package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.fit.Check;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a lot is offered for a demand, or why not.
///
/// @param checks every constraint, those that hold included
/// @param match how good the two are together, and what would have to change; absent when nothing
///   that either side could change would help
/// @param hiddenBy the reason by which the caller's own organisation has dismissed the match, a
///   code of `DismissalReason`; absent when it is shown as far as that goes
/// @param place among the matches that the owner sees, from 1 on; absent when it is not among them,
///   or nobody knows because the search is away
/// @param total how many matches there are as far as the index knows; absent with the search
/// @param allCounted whether all of them were counted; otherwise there are more than `total`
@Serdeable
@Schema(name = "PairVerdict")
record PairVerdict(
    Result result,
    Lot lot,
    Demand demand,
    List<Check> checks,
    @Nullable Match match,
    @Nullable String hiddenBy,
    @Nullable Integer place,
    @Nullable Long total,
    @Nullable Boolean allCounted) {

  PairVerdict {
    checks = List.copyOf(checks);
  }

  @Serdeable
  enum Result {
    @JsonProperty("match")
    MATCH,
    @JsonProperty("near-miss")
    NEAR_MISS,
    @JsonProperty("unfit")
    UNFIT
  }
}
