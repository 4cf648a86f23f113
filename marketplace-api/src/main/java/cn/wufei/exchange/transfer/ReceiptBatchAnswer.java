package cn.wufei.exchange.transfer;

import cn.wufei.exchange.http.Problem;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of each line of a batch of receipts, in their order.
@Serdeable
record ReceiptBatchAnswer(List<Line> lines) {

  /// Either what was received or why nothing was.
  @Serdeable
  record Line(Id loadId, @Nullable Received received, @Nullable Problem problem) {}

  /// @param acceptedKg what the receiver accepted
  /// @param settledKg what counts for the money
  /// @param differenceKg what the destination's scale says more than the origin's
  /// @param again whether the same receipt had been recorded before
  @Serdeable
  record Received(
      long version,
      long acceptedKg,
      long settledKg,
      long differenceKg,
      boolean differenceBeyondTolerance,
      boolean again) {}
}
