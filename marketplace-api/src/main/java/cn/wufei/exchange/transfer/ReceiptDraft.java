package cn.wufei.exchange.transfer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the receiver's weighbridge says of a load.
///
/// @param rejectedKg what goes back on the truck; 0 when all is accepted
/// @param deductionKg settled off for moisture and impurity; nothing when left out
@Serdeable
record ReceiptDraft(
    @NotBlank @Size(max = LoadLimits.NUMBER_MAX) String ticketNumber,
    @NotNull @Min(1) @Max(LoadLimits.GROSS_KG_MAX) Long grossKg,
    @NotNull @Min(1) @Max(LoadLimits.GROSS_KG_MAX) Long tareKg,
    @NotNull @Min(0) @Max(LoadLimits.GROSS_KG_MAX) Long rejectedKg,
    @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal moisturePct,
    @Nullable @Min(0) @Max(LoadLimits.GROSS_KG_MAX) Long deductionKg,
    @NotNull Instant receivedAt,
    @Nullable @Size(max = LoadLimits.NOTE_MAX) String note) {

  Weighing weighing() {
    return Weighing.of(ticketNumber.strip(), grossKg, tareKg, Times.stored(receivedAt));
  }

  long deductedKg() {
    return Objects.requireNonNullElse(deductionKg, 0L);
  }
}
