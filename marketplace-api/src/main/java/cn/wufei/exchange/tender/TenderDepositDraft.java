package cn.wufei.exchange.tender;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/// A deposit that the caller's organisation transferred to the seller; its sum is the tender's.
@Serdeable
@Schema(name = "TenderDepositDraft")
record TenderDepositDraft(
    @NotBlank @Size(max = TenderLimits.REFERENCE_MAX) String bankReference,
    @NotNull LocalDate paidOn) {

  String reference() {
    return bankReference.strip();
  }
}
