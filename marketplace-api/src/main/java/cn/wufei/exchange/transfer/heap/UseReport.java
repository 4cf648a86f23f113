package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a receiver reported about one heap and one month, with the ledger's figures of that moment.
///
/// @param closingKg opening + received - consumed
/// @param declaredClosingKg what the receiver says is there
/// @param residualKg declared less closing: shown, never forced
/// @param beyondHeapKg how much of the consumption was not known to be there
/// @param allocation from which origins the rest was taken
@Serdeable
public record UseReport(
    Id id,
    Id siteId,
    String siteName,
    String materialKey,
    String month,
    long openingKg,
    long receivedKg,
    long consumedKg,
    long closingKg,
    @Nullable Long declaredClosingKg,
    @Nullable Long residualKg,
    long beyondHeapKg,
    String use,
    AllocationRule allocationRule,
    List<HeapOrigin> allocation,
    @Nullable String note,
    Instant reportedAt) {

  public UseReport {
    allocation = List.copyOf(allocation);
  }
}
