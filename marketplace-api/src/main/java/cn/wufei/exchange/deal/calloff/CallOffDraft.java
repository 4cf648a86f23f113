package cn.wufei.exchange.deal.calloff;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What a buyer calls off for a month.
///
/// @param month such as `2027-03`, in China Standard Time
/// @param note how it would like to have it delivered, in words
@Serdeable
@Schema(name = "CallOffDraft")
record CallOffDraft(
    @NotNull @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])") String month,
    @NotNull @Min(1) @Max(CallOffDraft.QUANTITY_KG_MAX) Long quantityKg,
    @Nullable @Size(max = CallOffDraft.NOTE_MAX) String note) {

  /// Ten million tonnes, as for offers.
  static final long QUANTITY_KG_MAX = 10_000_000_000L;

  static final int NOTE_MAX = 500;

  YearMonth calendarMonth() {
    return YearMonth.parse(month);
  }
}
