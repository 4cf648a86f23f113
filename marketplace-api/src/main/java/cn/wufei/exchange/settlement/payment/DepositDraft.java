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

/// A deposit that the caller's organisation lodged with the other party of an agreement.
@Serdeable
record DepositDraft(
    @NotNull Id agreementId,
    @NotNull @Min(1) @Max(Bounds.AMOUNT_MAX_FEN) Long amountFen,
    @NotNull LocalDate lodgedOn,
    @NotBlank @Size(max = PaymentDraft.REFERENCE_MAX) String bankReference) {

  String reference() {
    return bankReference.strip();
  }
}
