package cn.wufei.exchange.listing;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/// Between which values a parameter of a lot lies.
///
/// @param parameter key of the catalog's parameter; its unit holds for both ends
/// @param basis `wet`, `dry`, `as-received` or `none`
@Serdeable
public record QualityRange(
    @NotNull @Size(min = 1, max = 40) String parameter,
    @NotNull @Digits(integer = 10, fraction = 4) BigDecimal min,
    @NotNull @Digits(integer = 10, fraction = 4) BigDecimal max,
    @NotNull @Pattern(regexp = "wet|dry|as-received|none") String basis) {}
