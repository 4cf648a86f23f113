package cn.wufei.exchange.tender;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Why something about a tender is done.
@Serdeable
@Schema(name = "TenderReason")
record TenderReason(@NotBlank @Size(max = TenderLimits.REASON_MAX) String reason) {

  String text() {
    return reason.strip();
  }
}
