package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A month of a heap to be reported.
///
/// @param month `YYYY-MM`, of China Standard Time
/// @param declaredClosingKg what the receiver says is there; may be left out
@Serdeable
record UseDraft(
    @NotNull Id siteId,
    @NotBlank @Size(max = 40) String materialKey,
    @NotNull @Pattern(regexp = UseDraft.MONTH) String month,
    @NotNull @Min(0) @Max(UseDraft.KG_MAX) Long consumedKg,
    @Nullable @Min(0) @Max(UseDraft.KG_MAX) Long declaredClosingKg,
    @NotBlank @Size(max = 40) String use,
    @Nullable @Size(max = UseDraft.NOTE_MAX) String note) {

  static final String MONTH = "20\\d\\d-(0[1-9]|1[0-2])";

  /// Ten million tonnes: more than a large works uses of any one material in a month.
  static final long KG_MAX = 10_000_000_000L;

  static final int NOTE_MAX = 1_000;

  YearMonth yearMonth() {
    return YearMonth.parse(month);
  }
}
