package cn.wufei.exchange.stream.quality;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A quality report to be recorded.
///
/// @param method the standard or method that the laboratory names, such as GB/T 18046-2017
/// @param validTo the last day on which it holds; it holds without end when absent
/// @param shared whether those see it who see a lot of the stream
@Serdeable
record QualityReportDraft(
    @NotBlank @Size(max = 120) String laboratory,
    @NotBlank @Size(max = 60) String reportNumber,
    @Nullable @Size(max = 200) String method,
    @NotNull LocalDate sampledOn,
    @NotNull LocalDate reportedOn,
    @Nullable LocalDate validTo,
    boolean shared,
    @Nullable @Size(max = 500) String note,
    @NotEmpty @Size(max = VALUES_MAX) List<@NotNull @Valid MeasuredRange> values) {

  static final int VALUES_MAX = 50;

  QualityReportDraft {
    values = values == null ? List.of() : List.copyOf(values);
  }
}
