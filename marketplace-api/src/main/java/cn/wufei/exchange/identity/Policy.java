package cn.wufei.exchange.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a firm wants its members to trade.
///
/// @param version 0 while the firm has said nothing
/// @param lotsReviewed whether an administrator looks at a lot, or at a change of one, before it is
///   published; otherwise everybody who trades publishes
/// @param approvalAboveFen the sum in fen above which what binds the firm waits until a second
///   person approves it; absent where nothing has to be approved
/// @param administratorsAlone whether an administrator binds the firm above that sum alone;
///   otherwise another administrator approves that too
@Serdeable
@Schema(name = "Policy")
record Policy(
    long version,
    boolean lotsReviewed,
    @Nullable Long approvalAboveFen,
    boolean administratorsAlone) {

  static final Policy NOTHING_SAID = new Policy(0, false, null, false);

  Policy reviewing(boolean lots) {
    return new Policy(version + 1, lots, approvalAboveFen, administratorsAlone);
  }

  Policy approving(@Nullable Long aboveFen, boolean alone) {
    return new Policy(version + 1, lotsReviewed, aboveFen, alone);
  }
}
