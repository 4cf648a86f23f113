package cn.wufei.exchange.correction;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// @param openDays how long a proposed correction waits for its answer
@ConfigurationProperties("wufei.correction")
record CorrectionSettings(@Bindable(defaultValue = "14") @Min(1) @Max(90) int openDays) {}
