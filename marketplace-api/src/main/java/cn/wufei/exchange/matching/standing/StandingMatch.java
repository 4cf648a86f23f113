package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.Match;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// A match that stands, as one side sees it.
///
/// @param side what of the pair is the caller's
/// @param foundAt when it was first found to fit
/// @param isNew whether nobody of the caller's organisation has looked at it
/// @param match the pair as it is now
@Serdeable
@Schema(name = "StandingMatch")
record StandingMatch(Id id, Side side, Instant foundAt, boolean isNew, Match match) {}
