package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A laboratory report to be recorded.
@Serdeable
record AssayDraft(
    @NotNull Id agreementId,
    @NotEmpty @Size(max = LOADS_MAX) List<@NotNull Id> loadIds,
    @NotBlank @Size(max = 120) String laboratory,
    @NotBlank @Size(max = 60) String reportNumber,
    @NotNull LocalDate sampledOn,
    @NotNull @Valid AssayTerms terms,
    @Nullable @Size(max = RESULTS_MAX) List<AssayBatch.@NotNull @Valid Result> results) {

  static final int LOADS_MAX = 500;
  static final int RESULTS_MAX = 50;

  AssayDraft {
    loadIds = loadIds == null ? List.of() : List.copyOf(loadIds);
    results = results == null ? null : List.copyOf(results);
  }

  List<AssayBatch.Result> measured() {
    return results == null ? List.of() : results;
  }
}
