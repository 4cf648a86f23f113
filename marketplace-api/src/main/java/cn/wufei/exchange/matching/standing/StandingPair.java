package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.Match;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pair that fitted when its lot or its demand was last matched.
///
/// @param lotOrganisationId whose lot it is
/// @param score when it was last judged
/// @param lotSideSeenAt when somebody of the lot's side first looked at it
record StandingPair(
    Id id,
    Id lotId,
    Id demandId,
    Id lotOrganisationId,
    Id demandOrganisationId,
    BigDecimal score,
    Instant foundAt,
    @Nullable Instant lotSideSeenAt,
    @Nullable Instant demandSideSeenAt) {

  static StandingPair of(Match match, Instant now) {
    return new StandingPair(
        Id.next(),
        match.lot().id(),
        match.demand().id(),
        match.lot().organisation().id(),
        match.demand().organisation().id(),
        scoreOf(match),
        now,
        null,
        null);
  }

  static BigDecimal scoreOf(Match match) {
    return BigDecimal.valueOf(match.score()).setScale(1, RoundingMode.HALF_UP);
  }

  Key key() {
    return new Key(lotId, demandId);
  }

  Side sideOf(Id organisation) {
    return lotOrganisationId.equals(organisation) ? Side.LOT : Side.DEMAND;
  }

  boolean isNewTo(Id organisation) {
    return switch (sideOf(organisation)) {
      case LOT -> lotSideSeenAt == null;
      case DEMAND -> demandSideSeenAt == null;
    };
  }

  /// Which lot with which demand.
  record Key(Id lotId, Id demandId) {

    static Key of(Match match) {
      return new Key(match.lot().id(), match.demand().id());
    }
  }
}
