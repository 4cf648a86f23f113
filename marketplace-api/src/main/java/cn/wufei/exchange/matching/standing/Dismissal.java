package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pair that one side does not want to see.
///
/// @param organisationId the side that said so; nobody else is told
/// @param partnerId the other side
/// @param then what held when it was dismissed
record Dismissal(
    Id id,
    Id organisationId,
    Id memberId,
    Id lotId,
    Id demandId,
    Id partnerId,
    DismissalReason reason,
    @Nullable String note,
    Circumstances then,
    Instant dismissedAt) {

  /// The tonnes have grown when they are at least eleven tenths of what they were.
  private static final long GROWN_TENTHS = 11;

  private static final long TENTHS = 10;

  /// Whether the reason still holds.
  boolean hides(Circumstances now) {
    return switch (reason) {
      case PRICE -> now.deliveredYuanPerT().compareTo(then.deliveredYuanPerT()) >= 0;
      case QUALITY -> now.qualities().equals(then.qualities());
      case QUANTITY ->
          !hasGrown(then.availableKg(), now.availableKg())
              && !hasGrown(then.openKg(), now.openKg());
      case TIMING -> now.hasSameWindows(then);
      case DISTANCE, PARTNER, OTHER -> true;
    };
  }

  StandingPair.Key key() {
    return new StandingPair.Key(lotId, demandId);
  }

  /// From nothing to something is growth too.
  private static boolean hasGrown(long thenKg, long nowKg) {
    return nowKg > thenKg && nowKg * TENTHS >= thenKg * GROWN_TENTHS;
  }
}
