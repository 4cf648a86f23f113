package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/// What an agreed statement should have said of some of its lines.
@Serdeable
record CorrectionDraft(
    @NotEmpty @Size(max = LINES_MAX) List<@NotNull @Valid Line> lines,
    @NotNull Boolean usePrepayment,
    @NotBlank @Size(max = StatementDraft.NOTE_MAX) String reason) {

  static final int LINES_MAX = 500;

  /// As the terms of a statement allow for a load.
  static final long FREIGHT_MAX_FEN = 100_000_000;

  CorrectionDraft {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /// All that a line counts, as it should have been.
  ///
  /// @param lineId of the statement that is corrected
  /// @param acceptedKg zero where the load did not come after all
  /// @param freightFen positive when the buyer pays it back
  @Serdeable
  record Line(
      @NotNull Id lineId,
      @NotNull @Min(0) @Max(1_000_000) Long acceptedKg,
      @NotNull @Min(0) @Max(1_000_000) Long settledKg,
      @NotNull @DecimalMin("-1000000") @DecimalMax("1000000") @Digits(integer = 7, fraction = 2)
          BigDecimal priceYuanPerT,
      @NotNull @Min(-FREIGHT_MAX_FEN) @Max(FREIGHT_MAX_FEN) Long freightFen) {}
}
