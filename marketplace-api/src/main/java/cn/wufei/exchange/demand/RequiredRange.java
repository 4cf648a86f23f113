package cn.wufei.exchange.demand;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Between which values a parameter must lie; an end that is absent is open, but not both.
///
/// @param parameter key of the catalog's parameter; its unit holds for both ends
/// @param basis `wet`, `dry`, `as-received` or `none`
@Serdeable
public record RequiredRange(
    @NotNull @Size(min = 1, max = 40) String parameter,
    @Nullable @Digits(integer = 10, fraction = 4) BigDecimal min,
    @Nullable @Digits(integer = 10, fraction = 4) BigDecimal max,
    @NotNull @Pattern(regexp = "wet|dry|as-received|none") String basis) {}
