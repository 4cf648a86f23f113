package cn.wufei.exchange.correction;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A correction that somebody proposes.
///
/// @param subjectId the entry, stock-take, load or use report
/// @param voids whether it did not happen at all; then no values are given
/// @param values as they should be; what is left out stays
@Serdeable
@Schema(name = "ProposeCorrection")
record CorrectionDraft(
    @NotNull CorrectionKind kind,
    @NotNull Id subjectId,
    boolean voids,
    @Nullable @Valid CorrectionValues values,
    @NotBlank @Size(max = REASON_MAX) String reason) {

  static final int REASON_MAX = 1_000;

  CorrectionValues valuesOrNone() {
    return values == null ? CorrectionValues.NONE : values;
  }
}
