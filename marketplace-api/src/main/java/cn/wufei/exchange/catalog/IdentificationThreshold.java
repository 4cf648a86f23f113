package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/// A measured value from which on the gate asks for an identification report. `comparison` is
/// `at-least` or `at-most`; the unit is that of the parameter.
@Serdeable
public record IdentificationThreshold(
    String parameter,
    String comparison,
    BigDecimal value,
    String ruleZh,
    String ruleEn,
    String source,
    String verified) {}
