package cn.wufei.exchange.transfer;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;

/// How far two weighbridges may differ before somebody has to explain it. 0.3 to 0.5 % is said to
/// be customary in the trade; no standard was found that says so, hence it is configuration.
///
/// @param weighingPct of the origin net weight
@ConfigurationProperties("wufei.transfer")
record WeighingTolerance(
    @Bindable(defaultValue = "0.5") @DecimalMin("0") @DecimalMax("10") BigDecimal weighingPct) {}
