package cn.wufei.exchange.deal.document;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Why something about a document is refused.
@Serdeable
@Schema(name = "DocumentReason")
record DocumentReason(@NotBlank @Size(max = DocumentLimits.REASON_MAX) String reason) {

  String text() {
    return reason.strip();
  }
}
