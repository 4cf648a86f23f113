package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import org.jspecify.annotations.Nullable;

/// What a correction posted.
///
/// @param reversalId took the fact back; absent when it had moved nothing, or moves what it moved
/// @param transferId tells it as it really was; absent when it is void or moves nothing anew
public record Corrected(@Nullable Id reversalId, @Nullable Id transferId) {

  /// What is corrected has no part in the ledger, as a number plate has not.
  public static final Corrected NOTHING_POSTED = new Corrected(null, null);
}
