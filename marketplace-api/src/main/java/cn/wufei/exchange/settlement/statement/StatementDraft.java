package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.settlement.Bounds;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A statement over what was received in a month and is on no other.
///
/// @param side on which the caller stands
/// @param month such as `2026-03`, in China Standard Time
/// @param taxIncluded whether the agreements' prices hold value added tax
/// @param usePrepayment whether what the debtor paid ahead is used up by it
@Serdeable
record StatementDraft(
    @NotNull Id counterpartyId,
    @NotNull Side side,
    @NotNull @Pattern(regexp = Bounds.MONTH) String month,
    @NotNull Boolean taxIncluded,
    @NotNull Boolean usePrepayment,
    @Nullable @Valid FreightTerms freight,
    @Nullable @Size(max = NOTE_MAX) String note) {

  static final int NOTE_MAX = 1_000;
}
