package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A load that left the producer's weighbridge.
///
/// @param manifestNumber of the external manifest (联单), where there is one
@Serdeable
record LoadDraft(
    @NotNull Id agreementId,
    @NotBlank @Size(max = LoadLimits.PLATE_MAX) String plate,
    @Nullable @Size(max = LoadLimits.CARRIER_MAX) String carrier,
    @Nullable @Size(max = LoadLimits.NUMBER_MAX) String manifestNumber,
    @NotBlank @Size(max = LoadLimits.NUMBER_MAX) String ticketNumber,
    @NotNull @Min(1) @Max(LoadLimits.GROSS_KG_MAX) Long grossKg,
    @NotNull @Min(1) @Max(LoadLimits.GROSS_KG_MAX) Long tareKg,
    @NotNull Instant dispatchedAt) {

  Weighing weighing() {
    return Weighing.of(ticketNumber.strip(), grossKg, tareKg, Times.stored(dispatchedAt));
  }

  LoadRow.Truck truck() {
    return new LoadRow.Truck(plate.strip(), carrier, manifestNumber);
  }
}
