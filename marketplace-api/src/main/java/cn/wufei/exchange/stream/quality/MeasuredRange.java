package cn.wufei.exchange.stream.quality;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/// Between which values a laboratory found a parameter; both ends are the same where it measured
/// once.
///
/// @param parameter key of the catalog's parameter; its unit holds for both ends
/// @param basis `wet`, `dry`, `as-received` or `none`
@Serdeable
@Schema(name = "MeasuredRange")
public record MeasuredRange(
    @NotNull @Size(min = 1, max = 40) String parameter,
    @NotNull @Digits(integer = 10, fraction = 4) BigDecimal min,
    @NotNull @Digits(integer = 10, fraction = 4) BigDecimal max,
    @NotNull @Pattern(regexp = "wet|dry|as-received|none") String basis) {}
