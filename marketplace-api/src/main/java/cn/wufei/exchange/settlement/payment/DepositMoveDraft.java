package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.settlement.Bounds;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/// What the holder does alone with a deposit or a part of it.
@Serdeable
record DepositMoveDraft(
    @NotNull @Min(1) @Max(Bounds.AMOUNT_MAX_FEN) Long amountFen,
    @NotNull LocalDate occurredOn,
    @NotBlank @Size(max = PaymentDraft.TEXT_MAX) String reason) {}
