package cn.wufei.exchange.tender;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/// That the seller paid a deposit back.
@Serdeable
@Schema(name = "TenderDepositRelease")
record TenderDepositRelease(
    @NotBlank @Size(max = TenderLimits.REFERENCE_MAX) String bankReference,
    @NotNull LocalDate releasedOn) {

  String reference() {
    return bankReference.strip();
  }
}
