package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.settlement.Bounds;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A payment that the caller's organisation made.
@Serdeable
record PaymentDraft(
    @NotNull Id payeeId,
    @NotNull PaymentPurpose purpose,
    @NotNull @Min(1) @Max(Bounds.AMOUNT_MAX_FEN) Long amountFen,
    @NotNull LocalDate paidOn,
    @NotBlank @Size(max = REFERENCE_MAX) String bankReference,
    @Nullable @Size(max = TEXT_MAX) String note) {

  static final int REFERENCE_MAX = 60;
  static final int TEXT_MAX = 1_000;

  String reference() {
    return bankReference.strip();
  }
}
