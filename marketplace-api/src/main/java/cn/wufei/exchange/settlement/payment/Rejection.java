package cn.wufei.exchange.settlement.payment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Why money that was recorded is not confirmed.
@Serdeable
@Schema(name = "RejectMoney")
record Rejection(@NotBlank @Size(max = PaymentDraft.TEXT_MAX) String reason) {}
