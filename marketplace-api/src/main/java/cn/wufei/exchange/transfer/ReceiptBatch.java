package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// What a weighbridge kept of many loads, such as those of a day.
@Serdeable
record ReceiptBatch(
    @NotNull @Size(min = 1, max = LoadLimits.RECEIPTS_MAX) List<@NotNull @Valid Line> lines) {

  /// @param version of the load as the caller knows it
  @Serdeable
  record Line(
      @NotNull Id loadId, @NotNull @Min(1) Long version, @NotNull @Valid ReceiptDraft receipt) {}
}
