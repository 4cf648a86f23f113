package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Somebody who trades for an organisation has looked at matches; they are no longer new to it.
@Singleton
class MarkSeen {

  private final StandingStore store;
  private final Clock clock;

  MarkSeen(StandingStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Pairs of others, or that no longer stand, are passed over: they may have gone meanwhile.
  Outcome<Seen> handle(Caller caller, List<Id> ids) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return Outcome.done(new Seen(store.markSeen(caller.organisationId(), ids, now)));
  }

  /// @param count how many were new until now
  @Serdeable
  @Schema(name = "SeenMatches")
  record Seen(int count) {}
}
