package cn.wufei.exchange.matching;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What fits, the best first, and what nearly fits, the fewest obstacles first.
@Serdeable
@Schema(name = "MatchList")
record MatchList(List<Match> items, List<Match> nearMisses) {

  MatchList {
    items = List.copyOf(items);
    nearMisses = List.copyOf(nearMisses);
  }
}
