package cn.wufei.exchange.sample;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was sent: how the sample was taken, and with whom it went.
///
/// @param courier left out where somebody of the firm brought it
/// @param mark the number or name on the sample itself, by which a report names it
/// @param method how it was taken, in words, or by which standard
@Serdeable
@Schema(name = "SampleDispatch")
record SampleDispatch(
    @NotNull LocalDate sentOn,
    @Nullable @Size(max = SampleLimits.NAME_MAX) String courier,
    @Nullable @Size(max = SampleLimits.NUMBER_MAX) String trackingNumber,
    @NotBlank @Size(max = SampleLimits.NUMBER_MAX) String mark,
    @NotNull LocalDate sampledOn,
    @NotBlank @Size(max = SampleLimits.NAME_MAX) String sampledBy,
    @NotBlank @Size(max = SampleLimits.METHOD_MAX) String method) {}
